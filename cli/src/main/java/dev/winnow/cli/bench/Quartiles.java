package dev.winnow.cli.bench;

import java.util.Arrays;

/**
 * Where samples lie: the nearest ranks, none in between.
 *
 * @param least the smallest
 * @param lower a quarter is below
 * @param median half are below
 * @param upper three quarters are below
 */
record Quartiles(double least, double lower, double median, double upper) {
    /** @param samples one at least, none NaN; left as they are */
    static Quartiles of(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return new Quartiles(sorted[0], sorted[count / 4], sorted[count / 2], sorted[3 * count / 4]);
    }
}
