package dev.winnow.replay.expression;

import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Indicator.Argument;
import java.util.Arrays;
import java.util.List;

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
        return new Indicator(name, "sample", arguments, "", "", "", "", kernel);
    }
}
