package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.market.Bars;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Random well-typed expressions, each as text together with its meaning: a plain loop over the bars per operation, the
 * oracle of the compiled plan. Booleans are 0 and 1.
 */
public final class RandomExpressions {
    public static final List<Axis> AXES = List.of(
            Axis.numbers("w", 1, 2, 5, 70),
            Axis.flags("active", true, false),
            Axis.names("mode", List.of("trend", "revert")),
            Axis.numbers("s", -1.5, 0, 2, 20),
            Axis.numbers("fixed", 3));

    private final Random random;

    public RandomExpressions(Random random) {
        this.random = random;
    }

    /** The bars and the point's values. */
    public record At(Bars bars, double[] point) {
        int size() {
            return bars.size();
        }
    }

    public interface Meaning {
        /** double[bars] */
        double[] of(At at);
    }

    interface Step {
        double at(int t);
    }

    /** A text and what it means. */
    public record Sample(String text, Meaning meaning) {}

    static double[] bars(At at, Step step) {
        double[] values = new double[at.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = step.at(t);
        }
        return values;
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    public double[] point() {
        return AXES.stream()
                .mapToDouble(axis -> axis.value(random.nextInt(axis.levels())))
                .toArray();
    }

    /** A number scalar. */
    Sample number(int depth) {
        int kind = random.nextInt(depth <= 0 ? 3 : 6);
        return switch (kind) {
            case 0 -> parameter("s", 3);
            case 1 -> random.nextBoolean() ? parameter("w", 0) : parameter("fixed", 4);
            case 2 -> constant();
            case 3 -> arithmetic(number(depth - 1), number(depth - 1));
            case 4 -> unary(number(depth - 1));
            default -> choice(flag(depth - 1), number(depth - 1), number(depth - 1));
        };
    }

    private Sample constant() {
        double value = random.nextInt(9) * 0.5;
        return new Sample(value == Math.rint(value) ? "" + (int) value : "" + value, at -> bars(at, t -> value));
    }

    private static Sample parameter(String name, int axis) {
        return new Sample(name, at -> bars(at, t -> at.point()[axis]));
    }

    /** A boolean scalar. */
    Sample flag(int depth) {
        int kind = random.nextInt(depth <= 0 ? 4 : 8);
        return switch (kind) {
            case 0 -> parameter("active", 1);
            case 1 -> new Sample("mode == \"trend\"", at -> bars(at, t -> truth(at.point()[2] == 0)));
            case 2 -> new Sample("('trend' != mode)", at -> bars(at, t -> truth(at.point()[2] != 0)));
            case 3 -> {
                boolean value = random.nextBoolean();
                yield new Sample("" + value, at -> bars(at, t -> truth(value)));
            }
            case 4 -> comparison(number(depth - 1), number(depth - 1));
            case 5 -> not(flag(depth - 1));
            default -> logic(flag(depth - 1), flag(depth - 1));
        };
    }

    /** A number column. */
    Sample column(int depth) {
        int kind = random.nextInt(depth <= 0 ? 4 : 15);
        return switch (kind) {
            case 0, 1, 2 -> leaf();
            case 3 -> random.nextBoolean() ? calendar() : typical();
            case 4, 5 -> arithmetic(column(depth - 1), column(depth - 1));
            case 6 -> arithmetic(column(depth - 1), number(depth - 1));
            case 7 -> arithmetic(number(depth - 1), column(depth - 1));
            case 8 -> unary(column(depth - 1));
            case 9 -> windowed("sma", column(depth - 1));
            case 10 -> windowed("highest", column(depth - 1));
            case 11 -> lag(column(depth - 1), Double.NaN);
            case 12 -> choice(plane(depth - 1), anyNumber(depth - 1), anyNumber(depth - 1));
            case 13 -> choice(flag(depth - 1), column(depth - 1), anyNumber(depth - 1));
            default -> barsSince(plane(depth - 1));
        };
    }

    private Sample anyNumber(int depth) {
        return random.nextBoolean() ? column(depth) : number(depth);
    }

    private Sample anyTruth(int depth) {
        return random.nextInt(4) > 0 ? plane(depth) : flag(depth);
    }

    /** A boolean column. */
    public Sample plane(int depth) {
        int kind = random.nextInt(depth <= 0 ? 3 : 14);
        return switch (kind) {
            case 0, 1 -> comparison(column(depth - 1), anyNumber(depth - 1));
            case 2 -> comparison(number(depth - 1), column(depth - 1));
            case 3, 4 -> logic(plane(depth - 1), anyTruth(depth - 1));
            case 5 -> not(plane(depth - 1));
            case 6, 7 -> crosses(column(depth - 1), anyNumber(depth - 1));
            case 8 -> crosses(number(depth - 1), column(depth - 1));
            case 9 -> choice(plane(depth - 1), anyTruth(depth - 1), anyTruth(depth - 1));
            case 10 -> choice(flag(depth - 1), plane(depth - 1), anyTruth(depth - 1));
            case 11 -> lag(plane(depth - 1), 0);
            case 12 -> random.nextBoolean() ? run(column(depth - 1)) : within(plane(depth - 1));
            default -> latch(plane(depth - 1));
        };
    }

    private Sample leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> new Sample("open", at -> at.bars().open());
            case 1 -> new Sample("high", at -> at.bars().high());
            case 2 -> new Sample("low", at -> at.bars().low());
            case 3 -> new Sample("volume", at -> at.bars().volume());
            default -> new Sample("close", at -> at.bars().close());
        };
    }

    private Sample calendar() {
        String name = List.of("hour", "dayofweek", "month").get(random.nextInt(3));
        return new Sample(
                random.nextBoolean() ? name : name + "()",
                at -> bars(at, t -> at.bars().timed() ? moment(name, at.bars().time()[t]) : Double.NaN));
    }

    private static double moment(String name, long micros) {
        ZonedDateTime when =
                Instant.EPOCH.plusNanos(Math.multiplyExact(micros, 1000)).atZone(ZoneOffset.UTC);
        return switch (name) {
            case "hour" -> when.getHour();
            case "month" -> when.getMonthValue();
            default -> when.getDayOfWeek().getValue();
        };
    }

    private Sample typical() {
        return new Sample(
                random.nextBoolean() ? "typical" : "typical()", at -> kernel("typical", at, new double[0][], 1));
    }

    private static double[] kernel(String name, At at, double[][] columns, double... scalars) {
        double[] out = new double[at.size()];
        Indicator indicator = Objects.requireNonNull(SampleIndicators.LOOKUP.find(name));
        indicator.kernel().compute(at.bars(), columns, scalars, out);
        return out;
    }

    private Sample windowed(String name, Sample x) {
        boolean swept = random.nextBoolean();
        int fixed = 1 + random.nextInt(4);
        return new Sample(
                name + "(" + x.text() + ", " + (swept ? "w" : "" + fixed) + ")",
                at -> kernel(name, at, new double[][] {x.meaning().of(at)}, swept ? at.point()[0] : fixed));
    }

    private Sample lag(Sample x, double before) {
        boolean swept = random.nextBoolean();
        int fixed = random.nextInt(4);
        return new Sample("lag(" + x.text() + ", " + (swept ? "w - 1" : "" + fixed) + ")", at -> {
            double[] values = x.meaning().of(at);
            int by = swept ? (int) at.point()[0] - 1 : fixed;
            return bars(at, t -> t < by ? before : values[t - by]);
        });
    }

    private Sample unary(Sample x) {
        String name = List.of("-", "abs", "log", "exp", "sqrt", "sign").get(random.nextInt(6));
        return new Sample("(" + name + "(" + x.text() + "))", at -> {
            double[] values = x.meaning().of(at);
            return bars(at, t -> switch (name) {
                case "-" -> -values[t];
                case "abs" -> Math.abs(values[t]);
                case "log" -> StrictMath.log(values[t]);
                case "exp" -> StrictMath.exp(values[t]);
                case "sqrt" -> Math.sqrt(values[t]);
                default -> Math.signum(values[t]);
            });
        });
    }

    private Sample arithmetic(Sample a, Sample b) {
        String name =
                List.of("+", "-", "*", "/", "%", "^", "min", "max", "clamp").get(random.nextInt(9));
        String text =
                switch (name) {
                    case "min", "max" -> name + "(" + a.text() + ", " + b.text() + ")";
                    case "clamp" -> "clamp(" + a.text() + ", " + b.text() + ", 7)";
                    default -> "(" + a.text() + " " + name + " " + b.text() + ")";
                };
        return new Sample(text, at -> {
            double[] left = a.meaning().of(at);
            double[] right = b.meaning().of(at);
            return bars(at, t -> switch (name) {
                case "+" -> left[t] + right[t];
                case "-" -> left[t] - right[t];
                case "*" -> left[t] * right[t];
                case "/" -> left[t] / right[t];
                case "%" -> left[t] % right[t];
                case "^" -> Double.isNaN(left[t]) ? Double.NaN : StrictMath.pow(left[t], right[t]);
                case "min" -> Math.min(left[t], right[t]);
                case "max" -> Math.max(left[t], right[t]);
                default -> Math.min(Math.max(left[t], right[t]), 7);
            });
        });
    }

    private Sample comparison(Sample a, Sample b) {
        String name = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
        return new Sample("(" + a.text() + " " + name + " " + b.text() + ")", at -> {
            double[] left = a.meaning().of(at);
            double[] right = b.meaning().of(at);
            return bars(at, t -> {
                boolean defined = !Double.isNaN(left[t]) && !Double.isNaN(right[t]);
                return truth(defined
                        && switch (name) {
                            case "<" -> left[t] < right[t];
                            case "<=" -> left[t] <= right[t];
                            case ">" -> left[t] > right[t];
                            case ">=" -> left[t] >= right[t];
                            case "==" -> left[t] == right[t];
                            default -> left[t] != right[t];
                        });
            });
        });
    }

    private Sample logic(Sample a, Sample b) {
        String name = List.of("and", "or", "==", "!=").get(random.nextInt(4));
        return new Sample("((" + a.text() + ") " + name + " (" + b.text() + "))", at -> {
            double[] left = a.meaning().of(at);
            double[] right = b.meaning().of(at);
            return bars(
                    at,
                    t -> truth(
                            switch (name) {
                                case "and" -> left[t] != 0 && right[t] != 0;
                                case "or" -> left[t] != 0 || right[t] != 0;
                                case "==" -> left[t] == right[t];
                                default -> left[t] != right[t];
                            }));
        });
    }

    private static Sample not(Sample x) {
        return new Sample("(not " + x.text() + ")", at -> {
            double[] values = x.meaning().of(at);
            return bars(at, t -> truth(values[t] == 0));
        });
    }

    private static Sample choice(Sample condition, Sample a, Sample b) {
        return new Sample("if(" + condition.text() + ", " + a.text() + ", " + b.text() + ")", at -> {
            double[] asked = condition.meaning().of(at);
            double[] left = a.meaning().of(at);
            double[] right = b.meaning().of(at);
            return bars(at, t -> asked[t] != 0 ? left[t] : right[t]);
        });
    }

    private Sample crosses(Sample a, Sample b) {
        boolean above = random.nextBoolean();
        String name = above ? "crosses_above" : "crosses_below";
        return new Sample(name + "(" + a.text() + ", " + b.text() + ")", at -> {
            double[] left = a.meaning().of(at);
            double[] right = b.meaning().of(at);
            return bars(
                    at,
                    t -> truth(t > 0
                            && (above
                                    ? left[t] > right[t] && left[t - 1] <= right[t - 1]
                                    : left[t] < right[t] && left[t - 1] >= right[t - 1])));
        });
    }

    private Sample run(Sample x) {
        boolean up = random.nextBoolean();
        int n = 1 + random.nextInt(3);
        return new Sample((up ? "rising(" : "falling(") + x.text() + ", " + n + ")", at -> {
            double[] values = x.meaning().of(at);
            return bars(at, t -> {
                boolean all = t >= n;
                for (int i = 0; all && i < n; i++) {
                    all = up ? values[t - i] > values[t - i - 1] : values[t - i] < values[t - i - 1];
                }
                return truth(all);
            });
        });
    }

    private Sample within(Sample x) {
        return new Sample("within(" + x.text() + ", w)", at -> {
            double[] values = x.meaning().of(at);
            return bars(at, t -> Arrays.stream(values, Math.max(0, t + 1 - (int) at.point()[0]), t + 1)
                    .max()
                    .orElse(0));
        });
    }

    private Sample latch(Sample x) {
        return random.nextBoolean()
                ? new Sample("since(" + x.text() + ")", at -> {
                    double[] values = x.meaning().of(at);
                    return bars(at, t -> Arrays.stream(values, 0, t + 1).max().orElse(0));
                })
                : new Sample("once(" + x.text() + ")", at -> {
                    double[] values = x.meaning().of(at);
                    return bars(at, t -> truth(values[t] != 0 && (t == 0 || values[t - 1] == 0)));
                });
    }

    private static Sample barsSince(Sample x) {
        return new Sample("barssince(" + x.text() + ")", at -> {
            double[] values = x.meaning().of(at);
            return bars(at, t -> {
                int back = 0;
                while (back <= t && values[t - back] == 0) {
                    back++;
                }
                return back > t ? Double.NaN : back;
            });
        });
    }
}
