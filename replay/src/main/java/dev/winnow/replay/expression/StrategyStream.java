package dev.winnow.replay.expression;

import dev.winnow.replay.market.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A strategy at one point, decided bar by bar: the same nodes as in a {@link PlaneCursor}, each with its last value and
 * with what its windows need of the past, and nothing else. Says of every bar what the planes say of it, to the bit.
 * Used by one thread.
 */
public final class StrategyStream {
    private static final int UNKNOWN = -1;

    private final PlaneCursor point;
    private final int[] places;
    private final double[] values;
    private final BarStep[] steps;
    private final int[] targets;
    private final int[] roots;

    /** @throws PointFailure if the point's values make an expression impossible */
    StrategyStream(StrategyPlan plan, PlaneCursor point) {
        this(plan.nodes(), plan.roots(), point);
    }

    /** Any nodes of a graph, each computed after its inputs; the values are read by {@link #value}. */
    StrategyStream(List<Node> nodes, List<Node> roots, PlaneCursor point) {
        this.point = point;
        this.places = new int[nodes.size()];
        this.values = new double[nodes.size()];
        Arrays.fill(places, UNKNOWN);
        List<BarStep> made = new ArrayList<>();
        List<Integer> madeFor = new ArrayList<>();
        this.roots = roots.stream().mapToInt(root -> place(root, made, madeFor)).toArray();
        this.steps = made.toArray(BarStep[]::new);
        this.targets = madeFor.stream().mapToInt(place -> place).toArray();
    }

    /** Where the node's value will stand; adds the steps that compute it, inputs first. */
    private int place(Node node, List<BarStep> made, List<Integer> madeFor) {
        int id = node.id();
        if (places[id] != UNKNOWN) {
            return places[id];
        }
        int place = id;
        if (node.type().scalar()) {
            values[id] = point.number(node);
        } else if (node.operation() == Operation.CHOOSE) {
            place = place(node.input(point.number(node.input(0)) != 0 ? 1 : 2), made, madeFor);
        } else if (node.operation() == Operation.SPREAD) {
            place = place(node.input(0), made, madeFor);
        } else {
            int[] inputs = node.inputs().stream()
                    .mapToInt(input -> place(input, made, madeFor))
                    .toArray();
            made.add(BarSteps.of(node, inputs, point));
            madeFor.add(id);
        }
        places[id] = place;
        return place;
    }

    /** Takes the bar that comes next. */
    public void next(Bar bar) {
        for (int i = 0; i < steps.length; i++) {
            values[targets[i]] = steps[i].next(bar, values);
        }
    }

    /** What the plane enter-long says of the last bar. */
    public boolean enterLong() {
        return value(0) != 0;
    }

    /** What the plane exit-long says of the last bar. */
    public boolean exitLong() {
        return value(1) != 0;
    }

    /** What the plane enter-short says of the last bar. */
    public boolean enterShort() {
        return value(2) != 0;
    }

    /** What the plane exit-short says of the last bar. */
    public boolean exitShort() {
        return value(3) != 0;
    }

    /** The last bar's value of a root; booleans are 0 and 1. */
    double value(int root) {
        return values[roots[root]];
    }
}
