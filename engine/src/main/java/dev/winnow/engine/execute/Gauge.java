package dev.winnow.engine.execute;

import dev.winnow.engine.observe.BatchTimes;
import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.plan.CostModel;
import dev.winnow.engine.plan.Cut;
import dev.winnow.engine.plan.Forecast;

/** Counts what workers have done and learns what batches take. Guarded by the exchange. */
final class Gauge {
    /**
     * How far the workers are.
     *
     * @param workers how many may work
     * @param batches batches evaluated
     * @param points points evaluated, failed ones included
     * @param failed points that failed
     * @param cost what the evaluated points cost, in the workload's own unit
     * @param share of the cost of all points, 0 to 1 as far as that is known
     */
    record Reading(int workers, long batches, long points, long failed, double cost, double share) {}

    /** Share of the cost that is over when learning begins: before it code is compiled and artifacts are prepared. */
    private static final double LEARN_FROM = 0.125;

    private final BatchTimes times = new BatchTimes();
    private final CostModel model = new CostModel();
    private final long allPoints;
    private final double allCost;
    private long batches;
    private long points;
    private long failed;
    private double cost;
    private double bytes;
    private long measuredPoints;

    Gauge(long allPoints, double allCost) {
        this.allPoints = allPoints;
        this.allCost = allCost;
    }

    void add(Cut cut, int failedPoints, Effort effort) {
        batches++;
        points += cut.count();
        failed += failedPoints;
        cost += cut.cost();
        times.add(cut.first(), cut.count(), effort.nanos());
        if (cost > LEARN_FROM * allCost) {
            model.timed(cut.cost(), effort.nanos());
        }
        if (effort.bytes() != ThreadMeter.NOT_MEASURED) {
            model.allocated(cut.count(), effort.bytes());
            bytes += effort.bytes();
            measuredPoints += cut.count();
        }
    }

    Reading reading(int workers) {
        return new Reading(workers, batches, points, failed, cost, cost / allCost);
    }

    /** How long batches took. */
    BatchTimes times() {
        return times;
    }

    /** Bytes allocated for all points that were evaluated, by those that were measured; NaN when none was. */
    double bytes() {
        return bytes / measuredPoints * points;
    }

    Forecast forecast(long elapsedNanos, int workers, int batchSize) {
        double leftCost = Math.max(0, allCost - cost);
        double leftBatches = (double) (allPoints - points) / batchSize;
        double left = model.nanos(leftCost, leftBatches) / workers;
        double allBytes = model.bytes((double) allPoints, batches + leftBatches);
        return new Forecast(points, elapsedNanos + (long) left, allBytes);
    }
}
