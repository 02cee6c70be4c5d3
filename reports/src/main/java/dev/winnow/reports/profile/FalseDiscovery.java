package dev.winnow.reports.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Correction of probabilities for how many were looked at. */
final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The step-up procedure of Benjamini and Hochberg (1995), as adjusted p: the i-th smallest of m times m / i, and
     * none above a larger one's. NaN stays and does not count.
     */
    static double[] corrected(double[] p) {
        double[] corrected = Arrays.copyOf(p, p.length);
        int[] falling = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double least = 1;
        for (int i = 0; i < falling.length; i++) {
            least = Math.min(least, p[falling[i]] * falling.length / (falling.length - i));
            corrected[falling[i]] = least;
        }
        return corrected;
    }
}
