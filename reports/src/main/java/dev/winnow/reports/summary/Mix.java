package dev.winnow.reports.summary;

import dev.winnow.engine.space.Axis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The weights of a replay: what the best points give each signal, and the objective over the shares of the three
 * heaviest.
 *
 * @param weights a line for each signal, in the order of the parameters
 * @param triangle of the three with the largest mean weight in the best hundredth; empty for fewer than three
 */
public record Mix(List<Weight> weights, Optional<Triangle> triangle) {
    /** Steps of a share in which points of a triangle are gathered. */
    private static final int STEPS = 40;

    private static final int CORNERS = 3;

    public Mix {
        weights = List.copyOf(weights);
    }

    /**
     * What a signal gets.
     *
     * @param name the signal's name
     * @param best its weight at the best point
     * @param top the mean of its weights over the best hundredth of all points
     */
    public record Weight(String name, double best, double top) {}

    /**
     * The best objective that goes with each mix of three signals.
     *
     * @param names of the three signals
     * @param shares double[3 * cells]: what the three get of their weights together, side by side
     * @param values double[cells]: its objective
     */
    public record Triangle(List<String> names, double[] shares, double[] values) {}

    /** Of the chosen symbol; empty where there are no weights or no best point. */
    static Optional<Mix> of(Observations points, SymbolSummary chosen, ReplayAxes axes, boolean maximize) {
        if (axes.weights() == 0 || points.count() == 0 || chosen.best().isEmpty()) {
            return Optional.empty();
        }
        double[] best = chosen.best().get().parameters();
        List<Weight> weights = IntStream.range(0, axes.weights())
                .mapToObj(a -> new Weight(
                        points.levels().get(a).axis().name(),
                        best[a],
                        chosen.top().stream()
                                .mapToDouble(point -> point.parameters()[a])
                                .average()
                                .orElse(Double.NaN)))
                .toList();
        List<Integer> heaviest = IntStream.range(0, axes.weights())
                .boxed()
                .sorted(Comparator.comparingDouble(a -> -weights.get(a).top()))
                .limit(CORNERS)
                .sorted()
                .toList();
        return Optional.of(new Mix(
                weights,
                heaviest.size() < CORNERS
                        ? Optional.empty()
                        : Optional.of(triangle(points, heaviest, axes.weights() == CORNERS, maximize))));
    }

    /**
     * Points that give the three nothing have no place. Where others get something too, the three share what is left in
     * all kinds of fractions: these are rounded to the weights' own steps.
     */
    private static Triangle triangle(Observations points, List<Integer> corners, boolean alone, boolean maximize) {
        int steps = alone
                ? STEPS
                : Math.clamp(points.levels().get(corners.getFirst()).count() - 1, 1, STEPS);
        TreeMap<Integer, Integer> bests = new TreeMap<>();
        for (int i = 0; i < points.count(); i++) {
            double[] shares = shares(points, corners, i);
            if (shares.length > 0) {
                int second = (int) Math.round(shares[1] * steps);
                int third = (int) Math.min(steps - second, Math.round(shares[2] * steps));
                bests.merge(
                        second * (steps + 1) + third,
                        i,
                        (a, b) -> maximize == points.objective()[b] > points.objective()[a] ? b : a);
            }
        }
        return new Triangle(
                corners.stream()
                        .map(corner -> points.levels().get(corner).axis())
                        .map(Axis::name)
                        .toList(),
                bests.entrySet().stream()
                        .flatMapToDouble(cell -> DoubleStream.of(
                                alone ? shares(points, corners, cell.getValue()) : corner(cell.getKey(), steps)))
                        .toArray(),
                bests.values().stream().mapToDouble(i -> points.objective()[i]).toArray());
    }

    /** double[3]: what each of the three gets of the three's weights; empty where that says nothing. */
    private static double[] shares(Observations points, List<Integer> corners, int point) {
        double[] weights = corners.stream()
                .mapToDouble(corner -> points.value(corner, point))
                .toArray();
        double sum = DoubleStream.of(weights).sum();
        boolean split = sum > 0 && DoubleStream.of(weights).allMatch(weight -> weight >= 0);
        return split ? DoubleStream.of(weights).map(weight -> weight / sum).toArray() : new double[0];
    }

    private static double[] corner(int cell, int steps) {
        int second = cell / (steps + 1);
        int third = cell % (steps + 1);
        return new double[] {(double) (steps - second - third) / steps, (double) second / steps, (double) third / steps
        };
    }
}
