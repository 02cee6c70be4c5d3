package dev.winnow.replay.portfolio;

/** Sums the bars of a group of points. Every implementation gives the same bits. */
interface LaneKernel {
    /**
     * Fills the group's sums.
     *
     * @param more whether powers above the second, the downside and the bars under the peak are asked for
     */
    void sum(LaneSteps steps, LaneGroup group, boolean more);
}
