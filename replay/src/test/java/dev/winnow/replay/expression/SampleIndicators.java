package dev.winnow.replay.expression;

import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Indicator.Argument;
import dev.winnow.replay.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Three indicators of every shape of arguments, by the plainest loops. */
final class SampleIndicators {
    static final IndicatorLookup LOOKUP = IndicatorLookup.of(List.of(
            indicator(
                    "sma", List.of(Argument.column("x"), Argument.window("window")), (bars, columns, scalars, out) -> {
                        int window = (int) scalars[0];
                        for (int t = 0; t < out.length; t++) {
                            double sum = t < window - 1 ? Double.NaN : 0;
                            for (int i = 0; i < window && t >= window - 1; i++) {
                                sum += columns[0][t - i];
                            }
                            out[t] = sum / window;
                        }
                    }),
            indicator(
                    "highest",
                    List.of(Argument.column("x"), Argument.window("window", 3)),
                    (bars, columns, scalars, out) -> {
                        int window = (int) scalars[0];
                        Arrays.fill(out, Double.NaN);
                        for (int t = window - 1; t < out.length; t++) {
                            out[t] = Arrays.stream(columns[0], t - window + 1, t + 1)
                                    .reduce(Double.NEGATIVE_INFINITY, Math::max);
                        }
                    }),
            indicator("typical", List.of(Argument.number("weight", 1)), (bars, columns, scalars, out) -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = (bars.high()[t] + bars.low()[t] + scalars[0] * bars.close()[t]) / (2 + scalars[0]);
                }
            })));

    private SampleIndicators() {}

    private static Indicator indicator(String name, List<Argument> arguments, Indicator.Kernel kernel) {
        return new Indicator(
                name, "sample", arguments, "", "", "", "", kernel, scalars -> again(kernel, arguments, scalars));
    }

    /** The kernel over all bars so far, at every bar. */
    static Indicator.Step again(Indicator.Kernel kernel, List<Argument> arguments, double[] scalars) {
        List<double[]> rows = new ArrayList<>();
        int given = arguments.size() - scalars.length;
        return (bar, columns) -> {
            double[] row = {bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()};
            rows.add(DoubleStream.concat(Arrays.stream(row), Arrays.stream(columns))
                    .toArray());
            double[][] seen = new double[row.length + given][rows.size()];
            for (int i = 0; i < seen.length; i++) {
                int column = i;
                Arrays.setAll(seen[i], t -> rows.get(t)[column]);
            }
            long[] time =
                    Arrays.stream(seen[0]).mapToLong(moment -> (long) moment).toArray();
            Bars bars = new Bars("", bar.timed(), time, seen[1], seen[2], seen[3], seen[4], seen[5]);
            double[] out = new double[rows.size()];
            kernel.compute(bars, Arrays.copyOfRange(seen, row.length, seen.length), scalars, out);
            return out[out.length - 1];
        };
    }
}
