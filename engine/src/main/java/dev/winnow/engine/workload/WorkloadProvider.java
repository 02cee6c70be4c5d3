package dev.winnow.engine.workload;

/**
 * Makes a workload from a spec. Implementations have a public constructor without arguments and are named in
 * {@code META-INF/services/dev.winnow.engine.workload.WorkloadProvider} of their JAR.
 */
public interface WorkloadProvider {
    /** What a spec's {@code workload} says, and what its section for the workload is called: {@code heat}. */
    String name();

    /**
     * The workload that the spec asks for.
     *
     * @throws dev.winnow.engine.UserError when a parameter is missing or unknown, or a setting makes no sense
     */
    Workload create(WorkloadSpec spec);
}
