/**
 * Many signals to one decision: weights, votes, the best of late. Start at
 * {@link dev.winnow.replay.ensemble.ReferenceEnsemble}, which says plainly what is meant;
 * {@link dev.winnow.replay.ensemble.ScoreSource} is the fast way. Uses signals, never bars, fills or specs.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.ensemble;
