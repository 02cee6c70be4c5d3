package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.CodedColumn;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Numbers;
import dev.winnow.replay.signal.PlaneKernels;
import dev.winnow.replay.signal.PlaneLogic;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks the points of one strategy. Remembers the last value of every node, so that only what the changed parameters
 * touch is looked up or computed. Used by one thread at a time; allocates nothing once warm, but for values that are
 * shared with other cursors.
 */
public final class PlaneCursor {
    private final BoundStrategy bound;
    private final StrategyPlan plan;
    private final Bars bars;
    private final PlaneKernels kernels;

    private final int[] varying;
    private final long[] bits;
    private final long[] axes;
    private final boolean[] ready;
    private final double[] numbers;
    private final @Nullable Object[] values;
    private final @Nullable Object[] scratch;
    private final BoundStrategy.@Nullable Key[] keys;
    private final BoundStrategy.@Nullable Slot[] slots;
    private final CodedColumns.@Nullable Coded[] left;
    private final CodedColumns.@Nullable Coded[] right;
    private final @Nullable Arguments[] arguments;
    private boolean started;
    private @Nullable DecisionPlanes last;

    /** What an indicator's kernel is given, kept from call to call. */
    private record Arguments(double[][] columns, double[] scalars) {}

    PlaneCursor(BoundStrategy bound, PlaneKernels kernels) {
        this.bound = bound;
        this.plan = bound.plan();
        this.bars = bound.bars();
        this.kernels = kernels;
        this.varying = plan.varying();
        this.bits = new long[varying.length];
        int count = plan.nodes().size();
        this.axes = new long[count];
        this.ready = new boolean[count];
        this.numbers = new double[count];
        this.values = new Object[count];
        this.scratch = new Object[count];
        this.keys = new BoundStrategy.Key[count];
        this.slots = new BoundStrategy.Slot[count];
        this.left = new CodedColumns.Coded[count];
        this.right = new CodedColumns.Coded[count];
        this.arguments = new Arguments[count];
        plan.nodes().forEach(node -> axes[node.id()] = node.axes());
    }

    /**
     * The four planes of a point. They are shared: read only, and valid until the next call. The same object as the call
     * before gave means the same planes, bit for bit.
     *
     * @param point double[axes], in the order of the axes that the plan was compiled with
     * @throws PointFailure if the point's values make an expression impossible
     */
    public DecisionPlanes planes(double[] point) {
        move(point);
        List<Node> roots = plan.roots();
        DecisionPlanes before = last;
        if (before != null
                && ready[roots.get(0).id()]
                && ready[roots.get(1).id()]
                && ready[roots.get(2).id()]
                && ready[roots.get(3).id()]) {
            return before;
        }
        DecisionPlanes made = new DecisionPlanes(
                bars.size(), plane(roots.get(0)), plane(roots.get(1)), plane(roots.get(2)), plane(roots.get(3)));
        last = made;
        return made;
    }

    /**
     * The number column of a point, of a plan that was compiled from a score. It is shared: read only, and valid until
     * the next call.
     *
     * @param point double[axes], in the order of the axes that the plan was compiled with
     * @return double[bars], unclamped
     * @throws PointFailure if the point's values make an expression impossible
     */
    public double[] score(double[] point) {
        move(point);
        return column(plan.roots().getFirst());
    }

    /** Makes the point the current one: forgets what depends on a value that changed. */
    void move(double[] point) {
        long changed = started ? 0 : -1L;
        for (int i = 0; i < bits.length; i++) {
            long now = Double.doubleToRawLongBits(point[varying[i]]);
            if (now != bits[i]) {
                bits[i] = now;
                changed |= 1L << i;
            }
        }
        started = true;
        if (changed != 0) {
            for (int id = 0; id < axes.length; id++) {
                if ((axes[id] & changed) != 0) {
                    ready[id] = false;
                }
            }
        }
    }

    /** The current point's value of a plane. */
    long[] plane(Node node) {
        return (long[]) value(node);
    }

    /** The current point's value of a number column. */
    double[] column(Node node) {
        return (double[]) value(node);
    }

    /** The same of a column of which perhaps nothing but its codes is kept. */
    Numbers numbers(Node node) {
        return numbers(value(node));
    }

    /** What a column's value stands for, an array or numbers that are worked out. */
    static Numbers numbers(Object value) {
        return value instanceof double[] column ? Numbers.of(column) : (Numbers) value;
    }

    private Object value(Node node) {
        int id = node.id();
        Object kept = values[id];
        if (ready[id] && kept != null) {
            return kept;
        }
        Object value =
                switch (plan.storage(node)) {
                    case VIEW -> view(node);
                    case ONCE -> bound.once(node, this);
                    case SHARED, CODES -> shared(node);
                    case INNER, TURN, POINT -> {
                        Object out = scratch[id];
                        if (out == null) {
                            out = room(node);
                            scratch[id] = out;
                        }
                        fill(node, out);
                        yield out;
                    }
                };
        values[id] = value;
        ready[id] = true;
        return value;
    }

    private Object shared(Node node) {
        BoundStrategy.Slot slot = bound.shared(node, key(node), slots[node.id()]);
        slots[node.id()] = slot;
        return bound.get(slot, node, this);
    }

    /** A new value of the node at the current point, for keeping. */
    Object compute(Node node) {
        if (bound.workedOut(node)) {
            Node source = node.input(0);
            double[] column = column(source);
            return bound.mean(source, column, (int) arguments(node).scalars[0]);
        }
        Object out = room(node);
        fill(node, out);
        return out;
    }

    /** The parameters that the node reads, by name: a Double, a Boolean or a text each. */
    Map<String, Object> parameters(Node node) {
        Map<String, Object> read = new HashMap<>();
        BitSet seen = new BitSet();
        collect(node, read, seen);
        return read;
    }

    private void collect(Node node, Map<String, Object> read, BitSet seen) {
        if (seen.get(node.id())) {
            return;
        }
        seen.set(node.id());
        if (node.operation() == Operation.PARAMETER) {
            Axis axis = plan.axes().get((int) node.value());
            double value = number(node);
            read.put(
                    axis.name(),
                    switch (axis.type()) {
                        case NUMBER -> value;
                        case FLAG -> value != 0;
                        case NAME -> axis.text(value);
                    });
        }
        node.inputs().forEach(input -> collect(input, read, seen));
    }

    private Object room(Node node) {
        int words = BitPlanes.words(bars.size());
        if (node.operation() == Operation.CROSSINGS) {
            return new long[2][words];
        }
        return node.type() == ValueType.COLUMN ? new double[bars.size()] : new long[words];
    }

    private BoundStrategy.Key key(Node node) {
        BoundStrategy.Key key = keys[node.id()];
        if (key == null) {
            key = new BoundStrategy.Key(bound.first(node), new long[Long.bitCount(node.axes())]);
            keys[node.id()] = key;
        }
        int place = 0;
        for (long rest = node.axes(); rest != 0; rest &= rest - 1) {
            key.bits()[place++] = bits[Long.numberOfTrailingZeros(rest)];
        }
        return key;
    }

    private Object view(Node node) {
        Node pair = plan.pair(node);
        if (pair != null) {
            return ((long[][]) value(pair))[node.operation() == Operation.CROSSES_ABOVE ? 0 : 1];
        }
        return switch (node.operation()) {
            case OPEN -> bars.open();
            case HIGH -> bars.high();
            case LOW -> bars.low();
            case CLOSE -> bars.close();
            case VOLUME -> bars.volume();
            case CHOOSE -> value(node.input(number(node.input(0)) != 0 ? 1 : 2));
            default -> throw new IllegalStateException("no view: " + node.operation());
        };
    }

    /** The current point's value of a scalar; booleans are 0 and 1. */
    double number(Node node) {
        int id = node.id();
        if (!ready[id]) {
            numbers[id] = scalar(node);
            ready[id] = true;
        }
        return numbers[id];
    }

    private double scalar(Node node) {
        return switch (node.operation()) {
            case CONSTANT -> node.value();
            case PARAMETER ->
                node.axes() == 0
                        ? plan.axes().get((int) node.value()).value(0)
                        : Double.longBitsToDouble(bits[Long.numberOfTrailingZeros(node.axes())]);
            case NAME_IS -> number(node.input(0)) == node.value() ? 1 : 0;
            case CHOOSE -> number(node.input(number(node.input(0)) != 0 ? 1 : 2));
            default ->
                node.inputs().size() == 1
                        ? Scalars.unary(node.operation(), number(node.input(0)))
                        : Scalars.binary(node.operation(), number(node.input(0)), number(node.input(1)));
        };
    }

    private void fill(Node node, Object out) {
        switch (node.operation()) {
            case HOUR, DAY_OF_WEEK, MONTH -> Calendar.fill(node.operation(), bars, (double[]) out);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER, MIN, MAX -> arithmetic(node, (double[]) out);
            case NEGATE, ABS, LOG, EXP, SQRT, SIGN ->
                ColumnArithmetic.unary(node.operation(), column(node.input(0)), (double[]) out);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> compare(node, (long[]) out);
            case AND -> PlaneLogic.and(plane(node.input(0)), plane(node.input(1)), (long[]) out);
            case OR -> PlaneLogic.or(plane(node.input(0)), plane(node.input(1)), (long[]) out);
            case DIFFERS -> PlaneLogic.differs(plane(node.input(0)), plane(node.input(1)), (long[]) out);
            case NOT -> PlaneLogic.not(plane(node.input(0)), bars.size(), (long[]) out);
            case BLEND -> blend(node, out);
            case SPREAD -> spread(node, out);
            case CROSSINGS -> crossings(node, ((long[][]) out)[0], ((long[][]) out)[1]);
            case CROSSES_ABOVE, CROSSES_BELOW -> crosses(node, (long[]) out);
            case RISING -> PlaneLogic.rising(column(node.input(0)), bars(node, "n", 1), bars.size(), (long[]) out);
            case FALLING -> PlaneLogic.falling(column(node.input(0)), bars(node, "n", 1), bars.size(), (long[]) out);
            case SINCE -> PlaneLogic.since(plane(node.input(0)), bars.size(), (long[]) out);
            case BARS_SINCE -> PlaneLogic.barsSince(plane(node.input(0)), (double[]) out);
            case ONCE -> PlaneLogic.once(plane(node.input(0)), (long[]) out);
            case WITHIN -> PlaneLogic.within(plane(node.input(0)), bars(node, "n", 1), bars.size(), (long[]) out);
            case LAG -> lag(node, out);
            case INDICATOR -> indicator(node, (double[]) out);
            case CONSTANT, PARAMETER, TEXT, NAME_IS, OPEN, HIGH, LOW, CLOSE, VOLUME, CHOOSE ->
                throw new IllegalStateException("nothing to compute: " + node.operation());
        }
    }

    private void arithmetic(Node node, double[] out) {
        Node a = node.input(0);
        Node b = node.input(1);
        if (a.type().scalar()) {
            ColumnArithmetic.binary(node.operation(), number(a), column(b), out);
        } else if (b.type().scalar()) {
            ColumnArithmetic.binary(node.operation(), column(a), number(b), out);
        } else {
            ColumnArithmetic.binary(node.operation(), column(a), column(b), out);
        }
    }

    private void compare(Node node, long[] out) {
        CodedColumns codes = bound.coded(node);
        if (codes != null) {
            kernels.coded()
                    .compare(
                            Scalars.comparison(node.operation()),
                            coded(node, 0, codes, left),
                            coded(node, 1, codes, right),
                            bars.size(),
                            out);
            return;
        }
        double[] a = column(node.input(0));
        Node b = node.input(1);
        if (b.type().scalar()) {
            kernels.compare(Scalars.comparison(node.operation()), a, number(b), bars.size(), out);
        } else {
            kernels.compare(Scalars.comparison(node.operation()), a, column(b), bars.size(), out);
        }
    }

    private void crossings(Node node, long[] above, long[] below) {
        CodedColumns codes = bound.coded(node);
        if (codes != null) {
            kernels.coded()
                    .crosses(coded(node, 0, codes, left), coded(node, 1, codes, right), bars.size(), above, below);
            return;
        }
        double[] a = column(node.input(0));
        Node b = node.input(1);
        if (b.type().scalar()) {
            kernels.crosses(a, number(b), bars.size(), above, below);
        } else {
            kernels.crosses(a, column(b), bars.size(), above, below);
        }
    }

    private CodedColumn coded(Node node, int input, CodedColumns codes, CodedColumns.@Nullable Coded[] lasts) {
        CodedColumns.Coded coded = codes.of(value(node.input(input)), lasts[node.id()], kernels.coded());
        lasts[node.id()] = coded;
        return coded.column();
    }

    private void crosses(Node node, long[] out) {
        boolean above = node.operation() == Operation.CROSSES_ABOVE;
        Node b = node.input(1);
        double[] a = column(node.input(0));
        if (!b.type().scalar()) {
            kernels.crossesAbove(above ? a : column(b), above ? column(b) : a, bars.size(), out);
        } else if (above) {
            kernels.crossesAbove(a, number(b), bars.size(), out);
        } else {
            kernels.crossesBelow(a, number(b), bars.size(), out);
        }
    }

    private void blend(Node node, Object out) {
        long[] condition = plane(node.input(0));
        Node a = node.input(1);
        Node b = node.input(2);
        if (out instanceof long[] plane) {
            PlaneLogic.select(condition, plane(a), plane(b), plane);
        } else if (a.type().scalar() && b.type().scalar()) {
            PlaneLogic.select(condition, number(a), number(b), (double[]) out);
        } else if (a.type().scalar()) {
            PlaneLogic.select(condition, number(a), column(b), (double[]) out);
        } else if (b.type().scalar()) {
            PlaneLogic.select(condition, column(a), number(b), (double[]) out);
        } else {
            PlaneLogic.select(condition, column(a), column(b), (double[]) out);
        }
    }

    private void spread(Node node, Object out) {
        if (out instanceof long[] plane) {
            PlaneLogic.fill(number(node.input(0)) != 0, bars.size(), plane);
        } else {
            Arrays.fill((double[]) out, number(node.input(0)));
        }
    }

    private void lag(Node node, Object out) {
        int by = Math.min(bars(node, "k", 0), bars.size());
        if (out instanceof long[] plane) {
            PlaneLogic.lag(plane(node.input(0)), by, bars.size(), plane);
        } else {
            double[] column = (double[]) out;
            Arrays.fill(column, 0, by, Double.NaN);
            System.arraycopy(column(node.input(0)), 0, column, by, column.length - by);
        }
    }

    /** The second argument, a number of bars. */
    int bars(Node node, String name, int least) {
        double value = number(node.input(1));
        if (!whole(value, least)) {
            throw new PointFailure(notWhole(node.operation().text(), name, least, value));
        }
        return (int) value;
    }

    private void indicator(Node node, double[] out) {
        Indicator indicator = Objects.requireNonNull(node.indicator());
        Arguments given = arguments(node);
        for (int i = 0; i < given.columns.length; i++) {
            given.columns[i] = column(node.input(i));
        }
        indicator.kernel().compute(bars, given.columns, given.scalars, out);
    }

    /** What an indicator is called with at the current point, with columns still to be filled in. */
    private Arguments arguments(Node node) {
        List<Indicator.Argument> wanted =
                Objects.requireNonNull(node.indicator()).arguments();
        Arguments given = arguments[node.id()];
        if (given == null) {
            int columns = (int) wanted.stream()
                    .filter(argument -> argument.type() == Indicator.Argument.Type.COLUMN)
                    .count();
            given = new Arguments(new double[columns][], new double[wanted.size() - columns]);
            arguments[node.id()] = given;
        }
        scalars(node, wanted, given.scalars);
        return given;
    }

    /**
     * The scalars that an indicator is called with at the current point; they follow its columns.
     *
     * @param out double[scalars], filled
     * @throws PointFailure if one of them is outside its range
     */
    void scalars(Node node, List<Indicator.Argument> wanted, double[] out) {
        int columns = wanted.size() - out.length;
        for (int i = 0; i < out.length; i++) {
            Indicator.Argument argument = wanted.get(columns + i);
            double value = number(node.input(columns + i));
            out[i] = argument.type() == Indicator.Argument.Type.WINDOW
                    ? window(node, argument, value)
                    : finite(node, argument, value);
        }
    }

    private static double window(Node node, Indicator.Argument argument, double value) {
        if (!whole(value, 1)) {
            throw new PointFailure(notWhole(node.name(), argument.name(), 1, value));
        }
        return value;
    }

    private static double finite(Node node, Indicator.Argument argument, double value) {
        if (!Double.isFinite(value)) {
            throw new PointFailure(notFinite(node.name(), argument.name(), value));
        }
        return value;
    }

    static boolean whole(double value, int least) {
        return value >= least && value <= Integer.MAX_VALUE && value == Math.rint(value);
    }

    static String notWhole(String function, String argument, int least, double value) {
        return "'" + argument + "' of " + function + " is a whole number of bars, at least " + least + ", not "
                + CanonicalText.number(value);
    }

    static String notFinite(String function, String argument, double value) {
        return "'" + argument + "' of " + function + " is a finite number, not " + CanonicalText.number(value);
    }
}
