package dev.winnow.replay.expression;

import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Window;
import dev.winnow.replay.market.Bar;

/** The step of every operation on columns and planes. */
final class BarSteps {
    private BarSteps() {}

    /**
     * A step that has seen no bar.
     *
     * @param in where the node's inputs stand among the values
     * @param point for the scalars
     * @throws PointFailure if the point's values make the node impossible
     */
    static BarStep of(Node node, int[] in, PlaneCursor point) {
        Operation operation = node.operation();
        return switch (operation) {
            case OPEN -> (bar, values) -> bar.open();
            case HIGH -> (bar, values) -> bar.high();
            case LOW -> (bar, values) -> bar.low();
            case CLOSE -> (bar, values) -> bar.close();
            case VOLUME -> (bar, values) -> bar.volume();
            case HOUR, DAY_OF_WEEK, MONTH ->
                (bar, values) -> bar.timed() ? Calendar.of(operation, bar.time()) : Double.NaN;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER, MIN, MAX ->
                (bar, values) -> Scalars.binary(operation, values[in[0]], values[in[1]]);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR, DIFFERS ->
                (bar, values) -> Scalars.binary(operation, values[in[0]], values[in[1]]);
            case NEGATE, ABS, LOG, EXP, SQRT, SIGN, NOT -> (bar, values) -> Scalars.unary(operation, values[in[0]]);
            case BLEND -> (bar, values) -> values[in[0]] != 0 ? values[in[1]] : values[in[2]];
            case CROSSES_ABOVE -> new Crossing(in[0], in[1]);
            case CROSSES_BELOW -> new Crossing(in[1], in[0]);
            case RISING -> new Run(in[0], 1, point.bars(node, "n", 1));
            case FALLING -> new Run(in[0], -1, point.bars(node, "n", 1));
            case SINCE -> {
                BarsSince since = new BarsSince();
                yield (bar, values) -> since.next(values[in[0]]) >= 0 ? 1 : 0;
            }
            case BARS_SINCE -> {
                BarsSince since = new BarsSince();
                yield (bar, values) -> since.next(values[in[0]]);
            }
            case WITHIN -> {
                BarsSince since = new BarsSince();
                int n = point.bars(node, "n", 1);
                yield (bar, values) -> since.next(values[in[0]]) < n ? 1 : 0;
            }
            case ONCE -> new Once(in[0]);
            case LAG -> lag(node, in[0], point.bars(node, "k", 0));
            case INDICATOR -> indicator(node, in, point);
            case CONSTANT, PARAMETER, TEXT, NAME_IS, CHOOSE, SPREAD, CROSSINGS ->
                throw new IllegalStateException("no step: " + operation);
        };
    }

    private static BarStep lag(Node node, int x, int by) {
        if (by == 0) {
            return (bar, values) -> values[x];
        }
        Window before = new Window(by);
        if (node.type() == ValueType.COLUMN) {
            return (bar, values) -> before.push(values[x]);
        }
        // NaN, where there is no such bar, is not 1
        return (bar, values) -> before.push(values[x]) == 1 ? 1 : 0;
    }

    private static BarStep indicator(Node node, int[] in, PlaneCursor point) {
        Indicator indicator = node.indicator();
        if (indicator == null) {
            throw new IllegalStateException("no indicator: " + node);
        }
        int columns = (int) indicator.arguments().stream()
                .filter(argument -> argument.type() == Indicator.Argument.Type.COLUMN)
                .count();
        double[] scalars = new double[indicator.arguments().size() - columns];
        point.scalars(node, indicator.arguments(), scalars);
        Indicator.Step step = indicator.stream().open(scalars);
        double[] given = new double[columns];
        return (bar, values) -> {
            for (int i = 0; i < given.length; i++) {
                given[i] = values[in[i]];
            }
            return step.next(bar, given);
        };
    }

    /** Whether a rises above b at this bar. */
    private static final class Crossing implements BarStep {
        private final int a;
        private final int b;
        private boolean below;

        Crossing(int a, int b) {
            this.a = a;
            this.b = b;
        }

        @Override
        public double next(Bar bar, double[] values) {
            double x = values[a];
            double y = values[b];
            boolean crosses = below && x > y;
            below = x <= y;
            return crosses ? 1 : 0;
        }
    }

    /** Whether each of the last n steps went up (sign 1) or down (-1). */
    private static final class Run implements BarStep {
        private final int x;
        private final int sign;
        private final int n;
        private int run;
        private double before = Double.NaN;

        Run(int x, int sign, int n) {
            this.x = x;
            this.sign = sign;
            this.n = n;
        }

        @Override
        public double next(Bar bar, double[] values) {
            double now = values[x];
            run = sign * now > sign * before ? Math.min(n, run + 1) : 0;
            before = now;
            return run == n ? 1 : 0;
        }
    }

    /** Whether a condition is true that was not so at the bar before. */
    private static final class Once implements BarStep {
        private final int x;
        private double before;

        Once(int x) {
            this.x = x;
        }

        @Override
        public double next(Bar bar, double[] values) {
            double now = values[x];
            boolean first = now != 0 && before == 0;
            before = now;
            return first ? 1 : 0;
        }
    }

    /** Bars since a condition was last true, 0 where it is, NaN before the first. */
    private static final class BarsSince {
        private double since = Double.NaN;

        double next(double condition) {
            since = condition != 0 ? 0 : since + 1;
            return since;
        }
    }
}
