package dev.winnow.reports.summary;

import dev.winnow.engine.space.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
     * @param shares double[3 * cells]: the three weights of a cell's best point, side by side
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
                heaviest.size() < CORNERS ? Optional.empty() : Optional.of(triangle(points, heaviest, maximize))));
    }

    /** Points that give the three nothing have no place. */
    private static Triangle triangle(Observations points, List<Integer> corners, boolean maximize) {
        TreeMap<Integer, Integer> bests = new TreeMap<>();
        for (int i = 0; i < points.count(); i++) {
            double first = points.value(corners.get(0), i);
            double second = points.value(corners.get(1), i);
            double third = points.value(corners.get(2), i);
            double sum = first + second + third;
            if (sum > 0 && Math.min(first, Math.min(second, third)) >= 0) {
                int cell = (int) (Math.round(second / sum * STEPS) * (STEPS + 1) + Math.round(third / sum * STEPS));
                bests.merge(cell, i, (a, b) -> maximize == points.objective()[b] > points.objective()[a] ? b : a);
            }
        }
        List<Integer> places = new ArrayList<>(bests.values());
        return new Triangle(
                corners.stream()
                        .map(corner -> points.levels().get(corner).axis())
                        .map(Axis::name)
                        .toList(),
                places.stream()
                        .flatMapToDouble(i -> corners.stream().mapToDouble(corner -> points.value(corner, i)))
                        .toArray(),
                places.stream().mapToDouble(i -> points.objective()[i]).toArray());
    }
}
