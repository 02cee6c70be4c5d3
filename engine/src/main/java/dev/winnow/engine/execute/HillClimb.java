package dev.winnow.engine.execute;

/**
 * Looks for the value of a knob with the highest throughput, step by step along a ladder of values: as long as a step
 * brings 5 % it goes on, else back to the best and once the other way. Deterministic in what was measured.
 */
final class HillClimb {
    /** What a step has to bring to be worth it: less is noise. */
    private static final double WORTHWHILE = 1.05;

    private final int[] ladder;
    private int best;
    private int at;
    private int direction = 1;
    private boolean turned;
    private double bestThroughput = Double.NaN;
    private boolean settled;

    /**
     * @param ladder int[values], rising, not empty
     * @param start position to begin at
     */
    HillClimb(int[] ladder, int start) {
        this.ladder = ladder.clone();
        this.best = start;
        this.at = start;
    }

    /** The value to use now. */
    int value() {
        return ladder[at];
    }

    /** Whether the search has ended, at the best value it has found. */
    boolean settled() {
        return settled;
    }

    /** Hears the throughput at the present value and moves on. */
    void measured(double throughput) {
        boolean first = Double.isNaN(bestThroughput);
        if (first || throughput > bestThroughput * WORTHWHILE) {
            turned |= !first; // where one way was good the other is known
            best = at;
            bestThroughput = throughput;
            step();
        } else {
            at = best;
            turn();
        }
    }

    /** Begins anew from the present value: what was measured may hold no more. */
    void restart() {
        settled = false;
        turned = false;
        bestThroughput = Double.NaN;
    }

    private void step() {
        at = best + direction;
        if (at < 0 || at == ladder.length) {
            at = best;
            turn();
        }
    }

    private void turn() {
        direction = -direction;
        if (turned) {
            settled = true;
        } else {
            turned = true;
            step();
        }
    }
}
