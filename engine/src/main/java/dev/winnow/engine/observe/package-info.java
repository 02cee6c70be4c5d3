/**
 * Counts while a run goes on, and says afterwards where its time went. Start at
 * {@link dev.winnow.engine.observe.Observation}, which a run ends with, and at
 * {@link dev.winnow.engine.observe.Bottleneck}, which judges it. Counting costs a few clock readings a batch, nothing a
 * point. Uses nothing but the JDK, Jackson and HdrHistogram.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.observe;
