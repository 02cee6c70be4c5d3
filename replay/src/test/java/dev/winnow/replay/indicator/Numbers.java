package dev.winnow.replay.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Comparisons of figures in tests. */
final class Numbers {
    private Numbers() {}

    /** Relative to the expected figure, absolute below 1. */
    static Offset<Double> within(double tolerance, double expected) {
        return Offset.offset(tolerance * Math.max(1, Math.abs(expected)));
    }

    /** NaN where NaN is expected, else within the tolerance, from bar {@code from} on. */
    static void assertSame(Object what, double[] actual, double[] expected, int from, double tolerance) {
        for (int t = from; t < expected.length; t++) {
            if (Double.isNaN(expected[t])) {
                assertThat(actual[t]).as("%s at %d", what, t).isNaN();
            } else {
                assertThat(actual[t]).as("%s at %d", what, t).isCloseTo(expected[t], within(tolerance, expected[t]));
            }
        }
    }
}
