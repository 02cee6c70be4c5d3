/**
 * What is decided before and about a run: the order of the axes, the batches, the objective and the ranking. Start at
 * {@link dev.winnow.engine.plan.SweepPlan}; uses space and workload.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.plan;
