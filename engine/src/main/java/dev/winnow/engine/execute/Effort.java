package dev.winnow.engine.execute;

/**
 * What a batch took.
 *
 * @param nanos nanoseconds of one worker
 * @param bytes bytes that it allocated, {@link #NOT_MEASURED} when nobody looked
 */
record Effort(long nanos, long bytes) {
    static final long NOT_MEASURED = -1;
}
