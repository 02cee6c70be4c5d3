package dev.winnow.cli.command;

import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Keeps the best points of a run: those that meet what is required before those that do not, then by the objective, an
 * undefined one last, failed points after all, equals in the order of the space.
 */
final class BestPoints implements ResultSink {
    /**
     * @param index of the point in its space
     * @param values double[axes]
     * @param metrics double[metrics]
     * @param cause of its failure, empty when it did not fail
     */
    record Point(long index, double[] values, double[] metrics, boolean meets, String cause) {
        boolean failed() {
            return !cause.isEmpty();
        }
    }

    private final long limit;
    private final Predicate<double[]> require;
    private final Comparator<Point> order;
    private final PriorityQueue<Point> worstFirst;
    private final List<Point> failures = new ArrayList<>();

    /**
     * @param objective position of the objective in a row
     * @param require whether a row is good enough
     */
    BestPoints(long limit, int objective, boolean maximize, Predicate<double[]> require) {
        this.limit = limit;
        this.require = require;
        Comparator<Point> byValue = (a, b) -> {
            double x = a.metrics()[objective];
            double y = b.metrics()[objective];
            return Double.isNaN(x) || Double.isNaN(y)
                    ? Boolean.compare(Double.isNaN(x), Double.isNaN(y))
                    : maximize ? Double.compare(y, x) : Double.compare(x, y);
        };
        this.order = Comparator.comparing(Point::failed)
                .thenComparing(point -> !point.meets())
                .thenComparing(byValue)
                .thenComparingLong(Point::index);
        this.worstFirst = new PriorityQueue<>(order.reversed());
    }

    @Override
    public void accept(Batch batch, Outcome outcome) {
        int width = outcome.metrics();
        for (int i = 0; i < batch.count(); i++) {
            double[] metrics = Arrays.copyOfRange(outcome.values(), i * width, (i + 1) * width);
            String cause = outcome.failures().getOrDefault(i, "");
            boolean meets = cause.isEmpty() && require.test(metrics);
            double[] values = new double[batch.axes()];
            batch.point(i, values);
            Point point = new Point(batch.first() + i, values, metrics, meets, cause);
            if (point.failed() && failures.size() < 5) {
                failures.add(point);
            }
            if (worstFirst.size() < limit) {
                worstFirst.add(point);
            } else if (order.compare(point, worstFirst.element()) < 0) {
                worstFirst.remove();
                worstFirst.add(point);
            }
        }
    }

    /** The best first. */
    List<Point> ranked() {
        return worstFirst.stream().sorted(order).toList();
    }

    /** The first few points that failed, in the order of the space. */
    List<Point> failures() {
        return failures;
    }
}
