/**
 * Signals that are worked out once and kept: what a strategy says of every bar, from its texts to a file and back. Start
 * at {@link dev.winnow.replay.recording.SignalStrategy}, which makes signals, and at
 * {@link dev.winnow.replay.recording.Recording}, which reads those that were kept. May use the strategy language, the
 * bars and the planes; knows nothing of fills and costs.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.recording;
