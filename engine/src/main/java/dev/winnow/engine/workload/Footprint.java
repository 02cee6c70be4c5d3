package dev.winnow.engine.workload;

/**
 * What a workload prepares and keeps in memory over the whole of a sweep.
 *
 * @param artifacts distinct artifacts that the points share, 0 where the workload has none
 * @param artifactBytes bytes that are kept of them at most
 * @param inputBytes bytes of inputs and tables that every session reads
 * @param sessionBytes bytes of one session's scratch
 * @param pointBytes bytes of scratch for each point of a batch, values and metrics apart
 */
public record Footprint(long artifacts, long artifactBytes, long inputBytes, long sessionBytes, long pointBytes) {
    /** Nothing worth counting. */
    public static final Footprint NONE = new Footprint(0, 0, 0, 0, 0);
}
