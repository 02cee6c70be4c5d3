package dev.winnow.replay.indicator;

/** Wilder's parabolic stop and reverse, one bar at a time; NaN at the first. */
final class Parabolic {
    private final double step;
    private final double max;
    /** Bars so far, at most 2. */
    private int bars;

    private boolean rising;
    private double extreme;
    private double level;
    private double pace;
    private double high1;
    private double low1;
    /** High and low two bars ago. */
    private double high2;

    private double low2;

    Parabolic(double step, double max) {
        this.step = step;
        this.max = max;
    }

    double next(double high, double low) {
        if (bars == 0) {
            bars = 1;
        } else {
            if (bars == 1) {
                double down = low1 - low;
                rising = !(down > 0 && down > high - high1);
                extreme = rising ? high : low;
                level = rising ? low1 : high1;
                pace = Math.min(step, max);
            } else {
                advance();
            }
            turn(high, low);
            bars = 2;
        }
        high2 = high1;
        low2 = low1;
        high1 = high;
        low1 = low;
        return bars == 1 ? Double.NaN : level;
    }

    private void advance() {
        level += pace * (extreme - level);
        level = rising ? Math.min(level, Math.min(low1, low2)) : Math.max(level, Math.max(high1, high2));
    }

    private void turn(double high, double low) {
        if (rising ? low <= level : high >= level) {
            rising = !rising;
            level = rising ? Math.min(extreme, Math.min(low, low1)) : Math.max(extreme, Math.max(high, high1));
            extreme = rising ? high : low;
            pace = Math.min(step, max);
        } else if (bars == 2 && (rising ? high > extreme : low < extreme)) {
            extreme = rising ? high : low;
            pace = Math.min(pace + step, max);
        }
    }
}
