package dev.winnow.engine.execute;

import dev.winnow.engine.observe.ThreadMeter;

/**
 * What a batch took.
 *
 * @param nanos nanoseconds of one worker
 * @param bytes bytes that it allocated, {@link ThreadMeter#NOT_MEASURED} when nobody looked
 */
record Effort(long nanos, long bytes) {}
