package dev.winnow.reports.summary;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The best of many tries that have nothing but luck. */
public final class NoiseMaximum {
    private static final double EULER = 0.5772156649015329;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private NoiseMaximum() {}

    /**
     * Expected maximum of independent standard normal tries, in standard deviations: (1 - g) Q(1 - 1/n) + g Q(1 -
     * 1/(n e)), with g Euler's constant and Q the normal quantile (Bailey and Lopez de Prado, The Deflated Sharpe
     * Ratio, 2014, appendix 1; an approximation for many tries). 0 for one try.
     */
    public static double deviations(long tries) {
        if (tries < 1) {
            throw new IllegalArgumentException(tries + " tries");
        }
        return tries == 1 ? 0 : (1 - EULER) * upper(1.0 / tries) + EULER * upper(1.0 / (tries * Math.E));
    }

    /** Q(1 - tail), to 5 digits or more for tails above 10^-12. */
    private static double upper(double tail) {
        return -NORMAL.inverseCumulativeProbability(tail);
    }
}
