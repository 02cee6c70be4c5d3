package dev.winnow.replay.indicator;

import dev.winnow.engine.ExactNumber;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.Bars;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of the strategy language that turns columns and scalars into one column.
 *
 * @param name as written in a spec, snake_case
 * @param family heading in the guide: "moving average", "oscillator", "trend", "volatility", "volume", "statistics", "bars"
 * @param arguments in order of the call; those with a default may be left out at the end
 * @param summary one sentence
 * @param formula plain text
 * @param firstDefined index of the first bar that is not NaN when its columns are defined from bar 0, as text
 * @param source paper, book or reference implementation that the definition follows
 * @param kernel computes it for all bars at once
 * @param stream computes it bar by bar, to the same bits
 * @param mean whether it is the mean over the last scalars[0] bars of its one column, which {@link MeanTables} give too
 */
public record Indicator(
        String name,
        String family,
        List<Argument> arguments,
        String summary,
        String formula,
        String firstDefined,
        String source,
        Kernel kernel,
        Stream stream,
        boolean mean) {
    public Indicator {
        arguments = List.copyOf(arguments);
    }

    /** One that is no plain mean. */
    public Indicator(
            String name,
            String family,
            List<Argument> arguments,
            String summary,
            String formula,
            String firstDefined,
            String source,
            Kernel kernel,
            Stream stream) {
        this(name, family, arguments, summary, formula, firstDefined, source, kernel, stream, false);
    }

    /** The same, which is a plain mean. */
    Indicator asMean() {
        return new Indicator(name, family, arguments, summary, formula, firstDefined, source, kernel, stream, true);
    }

    /** The call as a user writes it: {@code macd_line(x, fast = 12, slow = 26)}. */
    public String signature() {
        return arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** What a call passes at one place. */
    public record Argument(String name, Type type, double defaultValue) {
        /** What may stand there. */
        public enum Type {
            /** A number column: double[bars], NaN where undefined. */
            COLUMN,
            /** A whole number of bars, at least 1. */
            WINDOW,
            /** Any finite scalar. */
            NUMBER
        }

        public static Argument column(String name) {
            return new Argument(name, Type.COLUMN, Double.NaN);
        }

        public static Argument window(String name) {
            return new Argument(name, Type.WINDOW, Double.NaN);
        }

        public static Argument window(String name, int defaultValue) {
            return new Argument(name, Type.WINDOW, defaultValue);
        }

        public static Argument number(String name, double defaultValue) {
            return new Argument(name, Type.NUMBER, defaultValue);
        }

        public boolean optional() {
            return !Double.isNaN(defaultValue);
        }

        /** The name, with the default where there is one. */
        @Override
        public String toString() {
            return optional() ? name + " = " + ExactNumber.text(defaultValue) : name;
        }
    }

    /** The computation. Stateless and thread-safe; a value at t reads bars and columns 0..t only. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * Fills the column.
         *
         * @param bars the symbol's bars
         * @param columns the COLUMN arguments in order, double[bars] each, with a NaN prefix and perhaps NaN inside
         * @param scalars the WINDOW and NUMBER arguments in order
         * @param out double[bars], every entry to be written, NaN where undefined
         */
        void compute(Bars bars, double[][] columns, double[] scalars, double[] out);
    }

    /** The computation bar by bar. Stateless and thread-safe, unlike the steps that it opens. */
    @FunctionalInterface
    public interface Stream {
        /**
         * A computation that has seen no bar.
         *
         * @param scalars the WINDOW and NUMBER arguments in order
         */
        Step open(double[] scalars);
    }

    /** One computation on its way along the bars; keeps no more than its windows need. */
    @FunctionalInterface
    public interface Step {
        /**
         * The value at the bar that comes next: the bits that the kernel writes there.
         *
         * @param bar that bar
         * @param columns the COLUMN arguments at that bar, in order
         */
        double next(Bar bar, double[] columns);
    }
}
