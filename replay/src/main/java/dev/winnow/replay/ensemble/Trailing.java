package dev.winnow.replay.ensemble;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a signal is judged by over its last bars, each of which earned a return. */
public enum Trailing {
    /** The returns compounded: the product of 1 + r, less 1. */
    TOTAL_RETURN {
        @Override
        double of(double[] returns, int from, int to) {
            double growth = 1;
            for (int t = from; t < to; t++) {
                growth *= 1 + returns[t];
            }
            return growth - 1;
        }
    },
    /** Mean over standard deviation (ddof 1), not annual; NaN where the returns do not differ. */
    SHARPE {
        @Override
        double of(double[] returns, int from, int to) {
            double sum = 0;
            for (int t = from; t < to; t++) {
                sum += returns[t];
            }
            double mean = sum / (to - from);
            double squares = 0;
            for (int t = from; t < to; t++) {
                double off = returns[t] - mean;
                squares += off * off;
            }
            return squares == 0 ? Double.NaN : mean / Math.sqrt(squares / (to - from - 1));
        }
    };

    /** The figure of the returns {@code from} to {@code to - 1}. */
    abstract double of(double[] returns, int from, int to);

    /** As a spec says it: total_return. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a spec may say. */
    public static List<String> names() {
        return Stream.of(values()).map(Trailing::text).toList();
    }

    /** The one that a spec names, one of {@link #names()}. */
    public static Trailing of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
