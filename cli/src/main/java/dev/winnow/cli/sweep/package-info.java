/**
 * Sweeps and replays over all points of a spec: checked against memory, evaluated into the folder of a run, recorded,
 * printed. Start at {@link dev.winnow.cli.sweep.SweepRun}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.sweep;
