package dev.winnow.engine.workload;

/** What a parameter changes, and so what has to be computed anew when it does. */
public enum ParameterKind {
    /** Changes an artifact: dear, shared by all points with equal values. */
    PREPARE,
    /** Changes only the cheap replay over the artifacts. */
    REPLAY,
    /** Never changes a result beyond the declared tolerance: threads, device, batch size. */
    EXECUTION
}
