package dev.winnow.reports.summary;

import dev.winnow.engine.workload.Metric;
import java.util.List;

/**
 * The best point evaluated in full, bar by bar, as {@code winnow run} would.
 *
 * @param symbol what it ran on
 * @param timed whether the bars carry moments
 * @param time long[bars]: microseconds since the epoch (UTC), or bar numbers
 * @param cash initial money
 * @param equity double[bars]
 * @param hold double[bars]: the same money held in what is traded from the first close on, free of costs
 * @param trades in order
 * @param metrics all metrics
 * @param row double[metrics], NaN where undefined
 * @param holdRow double[metrics] of {@code hold}; NaN where undefined
 */
public record FullPoint(
        String symbol,
        boolean timed,
        long[] time,
        double cash,
        double[] equity,
        double[] hold,
        List<RoundTrip> trades,
        List<Metric> metrics,
        double[] row,
        double[] holdRow) {
    public FullPoint {
        trades = List.copyOf(trades);
        metrics = List.copyOf(metrics);
    }
}
