package dev.winnow.reports.flame;

/**
 * A profile that was taken of a run.
 *
 * @param title what was profiled, and by which event
 * @param unit what the weights of the stacks count
 * @param stacks where the samples were taken
 */
public record RunProfile(String title, String unit, Stacks stacks) {
    /** Its flame graph. */
    public FlameGraph graph() {
        return FlameGraph.of(title, unit, stacks);
    }
}
