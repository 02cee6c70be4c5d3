package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * A metric over the weights of three strategies, as a triangle: a corner is one strategy alone, its middle a third of
 * each. The best point is marked.
 *
 * @param strategies three names
 * @param weights double[3 x points], the three weights of a point side by side; scaled to a sum of 1
 * @param values double[points]
 */
public record WeightSimplex(
        List<String> strategies, double[] weights, Quantity value, double[] values, boolean higherIsBetter)
        implements Chart {
    public WeightSimplex {
        strategies = List.copyOf(strategies);
        Shapes.same("strategies", strategies.size(), "corners", 3);
        Shapes.same("weights", weights.length, "three a point", 3 * values.length);
    }

    @Override
    public String alt() {
        int best = best();
        String map = value.name() + " over the weights of " + String.join(", ", strategies);
        if (best < 0) {
            return map + ": no point has a value.";
        }
        String weightsOfBest = IntStream.range(0, 3)
                .mapToObj(s -> strategies.get(s) + " " + TickText.value(share(best, s), Metric.Unit.FRACTION))
                .collect(Collectors.joining(", "));
        return map + ": best " + TickText.value(values[best], value.unit()) + " at " + weightsOfBest + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        Ramp ramp = Ramp.of(values, higherIsBetter);
        XYPlot plot = Plots.plot(Axes.linear(0, 1, Ticks.none(), layout), Axes.linear(0, 1, Ticks.none(), layout));
        plot.addAnnotation(new Marks(new SimplexPainter(this, ramp, layout)::paint));
        JFreeChart chart = Plots.chart(plot, value.name() + " by weights", List.of(), layout);
        if (best() >= 0) {
            chart.addSubtitle(ramp.bar(value, layout));
        }
        return Drawing.sheet(chart, layout, layout.narrow() ? 380 : 440);
    }

    double sum(int point) {
        return weights[3 * point] + weights[3 * point + 1] + weights[3 * point + 2];
    }

    /** A strategy's part of a point's weights, 0 to 1. */
    double share(int point, int strategy) {
        return weights[3 * point + strategy] / sum(point);
    }

    /** The best point; -1 where none has a value. */
    int best() {
        double[] placed = new double[values.length];
        Arrays.setAll(placed, point -> sum(point) > 0 ? values[point] : Double.NaN);
        return new Grid(placed.length, 1, placed).best(higherIsBetter);
    }
}
