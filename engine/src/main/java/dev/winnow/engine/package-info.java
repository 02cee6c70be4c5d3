/**
 * What every part shares: user errors and suggestions. Start reading at {@link dev.winnow.engine.workload.Workload}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine;
