/**
 * Samples a command that runs in this process. Start at {@link dev.winnow.cli.profile.Profiling}. Only here are
 * async-profiler and the flight recorder started; what they wrote is read by {@code dev.winnow.reports.profile}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.profile;
