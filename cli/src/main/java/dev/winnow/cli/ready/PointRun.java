package dev.winnow.cli.ready;

import dev.winnow.engine.UserError;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import dev.winnow.replay.portfolio.Backtest;
import java.util.Arrays;
import java.util.List;

/**
 * One point evaluated in full.
 *
 * @param metrics all that there are
 * @param row double[metrics], NaN where undefined: the same figures as a sweep's row, to the last digit
 * @param backtest trades and equity
 */
public record PointRun(List<Metric> metrics, double[] row, Backtest backtest) {
    /**
     * A point of a workload over bars.
     *
     * @param backtest the point in full
     * @throws UserError when the point fails
     */
    static PointRun of(Workload workload, double[] point, Backtest backtest) {
        return new PointRun(workload.metrics(), row(workload, point), backtest);
    }

    /** By the same code as a sweep. */
    private static double[] row(Workload workload, double[] point) {
        Outcome outcome = new Outcome(1, workload.metrics().size());
        try (Session session = workload.open()) {
            session.evaluate(new Batch(0, 1, point.length, point), outcome);
        }
        String cause = outcome.failures().get(0);
        if (cause != null) {
            throw new UserError("the point fails: " + cause);
        }
        return Arrays.copyOf(outcome.values(), outcome.metrics());
    }
}
