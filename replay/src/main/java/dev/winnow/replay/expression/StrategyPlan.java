package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.expression.PlanNode.Storage;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.MeanTables;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.CodedColumn;
import dev.winnow.replay.signal.KernelChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled strategy: the graph of its columns and planes, in which equal parts are one node, and for every node how
 * long its values are worth keeping. Immutable; {@link #bind} gives it bars.
 */
public final class StrategyPlan {
    /** A column is coded if its values are met so many times each: coding takes as long as four comparisons. */
    private static final long WORTH_CODING = 8;

    /** Means are worked out again if there are so many of them: their tables take as much as three columns. */
    private static final long WORTH_TABLES = 8;

    /** Tables over one column where windows are reckoned from parameters: they are hardly longer than 4,095 bars. */
    private static final long MOST_TABLES = 12;

    private final List<Axis> axes;
    private final int[] varying;
    private final List<Node> nodes;
    private final List<Node> roots;
    private final Storage[] storage;
    private final boolean[] reached;
    private final @Nullable Node[] pairs;
    private final boolean[] coded;
    private final Twins twins;

    private StrategyPlan(Graph graph, List<Node> roots) {
        this.axes = graph.axes();
        this.roots = List.copyOf(roots);
        boolean[] plain =
                reach(graph.nodes(), this.roots, new Node[graph.nodes().size()]);
        Node[] crossings = pair(graph, plain);
        this.nodes = List.copyOf(graph.nodes());
        this.pairs = Arrays.copyOf(crossings, nodes.size());
        this.reached = reach(nodes, this.roots, pairs);
        this.varying = graph.varying().stream().mapToInt(axis -> axis).toArray();
        this.storage = store();
        this.coded = code();
        keepCodesAlone();
        this.twins = new Twins(nodes, this::storage);
    }

    /**
     * Compiles a strategy.
     *
     * @param axes the parameters in the order of a point's values, those that the strategy does not read included
     * @throws InvalidExpressions with all problems of all texts
     */
    public static StrategyPlan compile(StrategySource source, List<Axis> axes, IndicatorLookup indicators) {
        Compiler compiler = new Compiler(new Graph(axes), indicators);
        return of(compiler.graph(), StrategyCompilation.roots(source, compiler));
    }

    /**
     * Compiles a score: a plan of one number column, for {@link PlaneCursor#score}.
     *
     * @param let names for parts, usable in the score in any order
     * @param score a number expression
     * @param axes the parameters in the order of a point's values, those that the score does not read included
     * @throws InvalidExpressions with all problems of all texts
     */
    public static StrategyPlan compileScore(
            Map<String, String> let, String score, List<Axis> axes, IndicatorLookup indicators) {
        Compiler compiler = new Compiler(new Graph(axes), indicators);
        return of(compiler.graph(), List.of(StrategyCompilation.score(let, score, compiler)));
    }

    /**
     * Compiles a condition on the bars: a plan whose first plane, enter-long, is where it holds.
     *
     * @param key where the text stands, for problems
     * @param axes the parameters in the order of a point's values, those that the condition does not read included
     * @throws InvalidExpressions with all problems of the text
     */
    public static StrategyPlan compileCondition(String key, String text, List<Axis> axes, IndicatorLookup indicators) {
        Compiler compiler = new Compiler(new Graph(axes), indicators);
        return of(compiler.graph(), StrategyCompilation.condition(key, text, compiler));
    }

    /** A plan of any columns and planes of a graph that grows no more. */
    static StrategyPlan of(Graph graph, List<Node> roots) {
        return new StrategyPlan(graph, roots);
    }

    /** Which nodes the roots need. */
    private static boolean[] reach(List<Node> nodes, List<Node> roots, @Nullable Node[] pairs) {
        boolean[] reached = new boolean[nodes.size()];
        roots.forEach(root -> reached[root.id()] = true);
        for (int id = nodes.size() - 1; id >= 0; id--) {
            Node pair = pairs[id];
            if (reached[id] && pair != null) {
                reached[pair.id()] = true;
            }
        }
        for (int id = nodes.size() - 1; id >= 0; id--) {
            if (reached[id]) {
                nodes.get(id).inputs().forEach(input -> {
                    reached[input.id()] = true;
                    Node pair = pairs[input.id()];
                    if (pair != null) {
                        reached[pair.id()] = true;
                    }
                });
            }
        }
        return reached;
    }

    /** Where both directions of a crossing are needed, one node that computes both in one pass. */
    private static @Nullable Node[] pair(Graph graph, boolean[] reached) {
        int count = graph.nodes().size();
        Node[] pairs = new Node[count];
        for (int id = 0; id < count; id++) {
            Node above = graph.nodes().get(id);
            if (!reached[id] || above.operation() != Operation.CROSSES_ABOVE) {
                continue;
            }
            for (int other = 0; other < count; other++) {
                Node below = graph.nodes().get(other);
                if (reached[other]
                        && below.operation() == Operation.CROSSES_BELOW
                        && below.inputs().equals(above.inputs())) {
                    Node both = graph.node(Operation.CROSSINGS, ValueType.PLANE, above.input(0), above.input(1));
                    pairs[id] = both;
                    pairs[other] = both;
                }
            }
        }
        return pairs;
    }

    private Storage[] store() {
        boolean[] handedOn = new boolean[nodes.size()];
        roots.forEach(root -> handedOn[root.id()] = true);
        for (Node node : nodes) {
            if (!reached[node.id()]) {
                continue;
            }
            Node pair = pairs[node.id()];
            if (pair != null) {
                handedOn[pair.id()] = true;
                continue;
            }
            for (Node input : node.inputs()) {
                handedOn[input.id()] |= node.view() || input.axes() != node.axes();
            }
        }
        long all = axes.stream().filter(axis -> Graph.distinct(axis) > 1).count();
        Storage[] result = new Storage[nodes.size()];
        for (Node node : nodes) {
            int id = node.id();
            if (node.view() || node.type().scalar() || pairs[id] != null) {
                result[id] = Storage.VIEW;
            } else if (Long.bitCount(node.axes()) == all) {
                result[id] = Storage.POINT;
            } else if (!handedOn[id]) {
                result[id] = Storage.INNER;
            } else if (node.type() == ValueType.PLANE && slowest(node.axes())) {
                result[id] = Storage.TURN;
            } else {
                result[id] = node.axes() == 0 ? Storage.ONCE : Storage.SHARED;
            }
        }
        return result;
    }

    /**
     * Whether these are the varying parameters that come first of those that the strategy reads, which are the slowest of
     * all: points that agree in them follow each other.
     */
    private boolean slowest(long some) {
        int last = -1;
        int others = axes.size();
        for (int i = 0; i < varying.length; i++) {
            if ((some >>> i & 1) != 0) {
                last = Math.max(last, varying[i]);
            } else {
                others = Math.min(others, varying[i]);
            }
        }
        return last >= 0 && last < others;
    }

    /**
     * Which comparisons and crossings are worth coding their columns for: those of two kept columns that meet each
     * other many times.
     */
    private boolean[] code() {
        boolean[] result = new boolean[nodes.size()];
        for (Node node : nodes) {
            if (reached[node.id()] && storage[node.id()] != Storage.VIEW && ordersColumns(node)) {
                Node a = node.input(0);
                Node b = node.input(1);
                result[node.id()] =
                        stays(a) && stays(b) && evaluations(node) >= WORTH_CODING * (evaluations(a) + evaluations(b));
            }
        }
        return result;
    }

    /** Means of a column that no parameter changes, of which nothing but codes is asked. */
    private void keepCodesAlone() {
        boolean[] wanted = new boolean[nodes.size()];
        roots.forEach(root -> wanted[root.id()] = true);
        for (Node node : nodes) {
            if (reached[node.id()] && pairs[node.id()] == null && !coded[node.id()]) {
                node.inputs().forEach(input -> wanted[input.id()] = true);
            }
        }
        for (Node node : nodes) {
            Indicator indicator = node.indicator();
            if (indicator != null
                    && indicator.mean()
                    && reached[node.id()]
                    && storage[node.id()] == Storage.SHARED
                    && !wanted[node.id()]
                    && node.input(0).axes() == 0
                    && stays(node.input(0))
                    && evaluations(node) >= WORTH_TABLES) {
                storage[node.id()] = Storage.CODES;
            }
        }
    }

    private static boolean ordersColumns(Node node) {
        return switch (node.operation()) {
            case CROSSINGS, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
                node.input(0).type() == ValueType.COLUMN && node.input(1).type() == ValueType.COLUMN;
            default -> false;
        };
    }

    /** Whether the node hands out an array that is never written again. */
    private boolean stays(Node node) {
        return switch (storage[node.id()]) {
            case ONCE, SHARED, CODES -> true;
            case VIEW -> node.operation() != Operation.CHOOSE;
            case INNER, TURN, POINT -> false;
        };
    }

    /** Every column and plane that is computed, inputs before what they feed. */
    public List<PlanNode> explain(int bars) {
        return explain(bars, forGrid(bars).codes());
    }

    /** @param means whether means whose codes are enough are worked out again, not kept */
    List<PlanNode> explain(int bars, boolean means) {
        List<PlanNode> result = new ArrayList<>();
        for (Node node : nodes) {
            Storage kept = storage[node.id()];
            if (kept == Storage.CODES && !means) {
                kept = Storage.SHARED;
            }
            if (reached[node.id()] && kept != Storage.VIEW) {
                result.add(new PlanNode(
                        node.toString(),
                        node.type(),
                        varyingNames(node),
                        kept,
                        evaluations(node),
                        kept == Storage.CODES ? CodedColumn.bytes(bars) : bytes(node, bars)));
            }
        }
        for (Node source : means ? averaged() : List.<Node>of()) {
            String text = "sums of " + source + " for its means";
            result.add(new PlanNode(
                    text, ValueType.COLUMN, List.of(), Storage.ONCE, tables(source), MeanTables.bytes(bars)));
        }
        return result;
    }

    /** The means that are worked out again. */
    private Stream<Node> means() {
        return nodes.stream().filter(node -> storage[node.id()] == Storage.CODES);
    }

    /** The columns that they are means of. */
    private List<Node> averaged() {
        return means().map(node -> node.input(0)).distinct().toList();
    }

    /** How many tables the means of a column take, at most: one for windows between a power of two and the next. */
    private long tables(Node source) {
        Set<Integer> lengths = new HashSet<>();
        long others = 0;
        for (Node node : means().filter(mean -> mean.input(0).equals(source)).toList()) {
            Node window = node.input(1);
            if (window.operation() == Operation.PARAMETER) {
                for (double value : axes.get((int) window.value()).values()) {
                    lengths.add(MeanTables.length((int) value));
                }
            } else {
                others = MOST_TABLES;
            }
        }
        return Math.max(lengths.size(), others);
    }

    private List<String> varyingNames(Node node) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < varying.length; i++) {
            if ((node.axes() >>> i & 1) != 0) {
                names.add(axes.get(varying[i]).name());
            }
        }
        return names;
    }

    private long evaluations(Node node) {
        double exact = 1;
        for (int i = 0; i < varying.length; i++) {
            if ((node.axes() >>> i & 1) != 0) {
                exact *= Graph.distinct(axes.get(varying[i]));
            }
        }
        return (long) exact; // saturates
    }

    static long bytes(Node node, int bars) {
        long plane = 8L * BitPlanes.words(bars);
        return node.type() == ValueType.COLUMN
                ? 8L * bars
                : node.operation() == Operation.CROSSINGS ? 2 * plane : plane;
    }

    /** A value's bytes with those of its key and its place in a map. */
    static long keptBytes(Node node, int bars) {
        return bytes(node, bars) + 160;
    }

    /** Names of the parameters that the strategy reads, varying or not, in axis order. */
    public List<String> parameters() {
        boolean[] read = new boolean[axes.size()];
        for (Node node : nodes) {
            if (reached[node.id()] && node.operation() == Operation.PARAMETER) {
                read[(int) node.value()] = true;
            }
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            if (read[i]) {
                names.add(axes.get(i).name());
            }
        }
        return names;
    }

    /** Whether some point may go long; false when enter-long is absent or always false. */
    public boolean entersLong() {
        return possible(roots.get(0));
    }

    /** Whether some point may go short; false when enter-short is absent or always false. */
    public boolean entersShort() {
        return possible(roots.get(2));
    }

    private static boolean possible(Node plane) {
        return plane.operation() != Operation.SPREAD
                || !plane.input(0).constant()
                || plane.input(0).value() != 0;
    }

    /**
     * The plan over bars, with the kernels that are fastest for a sweep of the full grid.
     *
     * @param cacheBytes how much the values that are shared between some points may take; those that every point
     *     shares come on top, and each cursor's scratch
     */
    public BoundStrategy bind(Bars bars, long cacheBytes) {
        return bind(bars, cacheBytes, SharedValues.COMPUTED);
    }

    /** The same with values that may come from an earlier run; they change no bit. */
    public BoundStrategy bind(Bars bars, long cacheBytes, SharedValues values) {
        return new BoundStrategy(this, bars, forGrid(bars.size()), cacheBytes, values);
    }

    /** The kernels for a sweep of the full grid. */
    private KernelChoice forGrid(int bars) {
        double barPoints = bars;
        for (Axis axis : axes) {
            barPoints *= axis.levels();
        }
        return KernelChoice.forWork(barPoints);
    }

    /** The same with kernels of the caller's choice; they change no bit. */
    public BoundStrategy bind(Bars bars, KernelChoice kernels, long cacheBytes) {
        return new BoundStrategy(this, bars, kernels, cacheBytes, SharedValues.COMPUTED);
    }

    /**
     * The strategy at one point for bars that come one by one.
     *
     * @param point double[axes], in the order of the axes that the plan was compiled with
     * @throws PointFailure if the point's values make an expression impossible
     */
    public StrategyStream stream(double[] point) {
        return new StrategyStream(this, at(point));
    }

    /** A cursor for the scalars of a point: it has no bars. */
    PlaneCursor at(double[] point) {
        double[] none = {};
        Bars bars = new Bars("", false, new long[0], none, none, none, none, none);
        PlaneCursor cursor = bind(bars, 0).cursor();
        cursor.move(point);
        return cursor;
    }

    List<Axis> axes() {
        return axes;
    }

    /** Axis of each bit of a node's axes. */
    int[] varying() {
        return varying;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** enter-long, exit-long, enter-short, exit-short. */
    List<Node> roots() {
        return roots;
    }

    Storage storage(Node node) {
        return storage[node.id()];
    }

    /** The node that computes this crossing together with the other direction, or null. */
    @Nullable
    Node pair(Node node) {
        return pairs[node.id()];
    }

    /** Whether the node compares its two columns by codes, see {@link CodedColumns}. */
    boolean coded(Node node) {
        return coded[node.id()];
    }

    /** The node whose kept values are the node's own too, at equal values of their parameters. */
    int first(Node node) {
        return twins.first(node);
    }

    /** Values that are shared between some points but not all, over the full grid. */
    long sharedValues() {
        double values = 0;
        for (Node node : nodes) {
            if (reached[node.id()] && (storage[node.id()] == Storage.SHARED || storage[node.id()] == Storage.CODES)) {
                values += evaluations(node);
            }
        }
        return (long) values;
    }

    /** Columns that a node compares by codes, over the full grid. */
    long codedColumns(Node node) {
        return evaluations(node.input(0)) + evaluations(node.input(1));
    }

    /**
     * What those values take together; saturates.
     *
     * @param means whether means whose codes are enough are worked out again, not kept
     */
    long sharedBytes(int bars, boolean means) {
        double bytes = 0;
        for (Node node : nodes) {
            int id = node.id();
            if (reached[id] && (storage[id] == Storage.SHARED || (storage[id] == Storage.CODES && !means))) {
                bytes += (double) evaluations(node) * keptBytes(node, bars);
            }
            if (coded[id]) {
                bytes += (double) codedColumns(node) * CodedColumn.bytes(bars);
            }
        }
        for (Node source : means ? averaged() : List.<Node>of()) {
            bytes += (double) tables(source) * MeanTables.bytes(bars);
        }
        return (long) bytes;
    }
}
