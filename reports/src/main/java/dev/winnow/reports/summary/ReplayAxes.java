package dev.winnow.reports.summary;

/**
 * Which parameters of a replay are weights and thresholds.
 *
 * @param weights how many of the first parameters are weights of signals; 0: none
 * @param enter position of the threshold to enter; negative where it is no parameter
 * @param exit position of the threshold to exit; negative where it is no parameter
 */
public record ReplayAxes(int weights, int enter, int exit) {
    /** Of a run that combines no signals. */
    public static final ReplayAxes NONE = new ReplayAxes(0, -1, -1);

    boolean isWeight(int axis) {
        return axis < weights;
    }
}
