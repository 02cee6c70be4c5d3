package dev.winnow.replay.indicator;

import dev.winnow.replay.indicator.Indicator.Argument;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A call of an indicator in a test, with columns filled in from a seed. */
record Call(Indicator indicator, double... scalars) {
    /** {@code name} with these scalars, for all that it has. */
    static Call of(String name, double... scalars) {
        Indicator indicator = Indicators.find(name);
        if (indicator == null) {
            throw new IllegalArgumentException(name);
        }
        return new Call(indicator, scalars);
    }

    /** One with every window at {@code w} and the other scalars at their defaults. */
    static Call withWindow(Indicator indicator, int w) {
        return new Call(
                indicator,
                indicator.arguments().stream()
                        .filter(argument -> argument.type() != Argument.Type.COLUMN)
                        .mapToDouble(argument -> argument.type() == Argument.Type.WINDOW ? w : argument.defaultValue())
                        .toArray());
    }

    int columns() {
        return (int) indicator.arguments().stream()
                .filter(argument -> argument.type() == Argument.Type.COLUMN)
                .count();
    }

    double[] on(Bars bars, double[]... columns) {
        double[] out = new double[bars.size()];
        Arrays.fill(out, -12345.678); // an entry that is not written shows
        indicator.kernel().compute(bars, columns, scalars, out);
        return out;
    }

    /** The same bar by bar. */
    double[] streamed(Bars bars, double[]... columns) {
        double[] out = new double[bars.size()];
        double[] now = new double[columns.length];
        Indicator.Step step = indicator.stream().open(scalars);
        Bar bar = new Bar();
        for (int t = 0; t < out.length; t++) {
            for (int i = 0; i < now.length; i++) {
                now[i] = columns[i][t];
            }
            bar.set(bars, t);
            out[t] = step.next(bar, now);
        }
        return out;
    }

    /** As many random columns as the indicator takes. */
    double[][] randomColumns(Random random, int n) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < columns(); i++) {
            all.add(RandomBars.column(random, n));
        }
        return all.toArray(double[][]::new);
    }

    @Override
    public String toString() {
        return indicator.name() + Arrays.toString(scalars);
    }
}
