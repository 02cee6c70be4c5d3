/**
 * Recordings of signals: made, described, compared, listed event by event. Start at
 * {@link dev.winnow.cli.signals.RecordingRun}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.signals;
