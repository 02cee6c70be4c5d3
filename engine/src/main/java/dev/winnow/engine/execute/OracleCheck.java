package dev.winnow.engine.execute;

import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Oracle;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import java.util.Objects;

/**
 * How a workload's session stands to its oracle on points from all over a plan. Measured metrics are left out.
 *
 * @param compared points that were compared; those that fail are not
 * @param worst the largest difference of a metric, relative to 1 or to the oracle's value where that is larger;
 *     infinite where one is NaN and the other is not
 * @param worstPoint index of the point with the largest difference, -1 when none was compared
 */
public record OracleCheck(int compared, double worst, long worstPoint) {
    /** Compares at most so many points. */
    public static OracleCheck of(Workload workload, Oracle oracle, SweepPlan plan, int points) {
        int sampled = (int) Math.min(points, plan.points());
        int compared = 0;
        double worst = 0;
        long worstPoint = -1;
        try (Session session = workload.open()) {
            for (int i = 0; i < sampled; i++) {
                long index = plan.first() + (long) ((double) plan.points() * i / sampled);
                Batch batch = plan.batch(index, 1);
                Outcome outcome = new Outcome(1, workload.metrics().size());
                session.evaluate(batch, outcome);
                if (!outcome.failures().isEmpty()) {
                    continue;
                }
                compared++;
                double difference = difference(workload, outcome, oracle.metrics(batch.values()));
                if (worstPoint < 0 || difference > worst) {
                    worst = difference;
                    worstPoint = index;
                }
            }
        }
        return new OracleCheck(compared, worst, worstPoint);
    }

    private static double difference(Workload workload, Outcome outcome, double[] expected) {
        Objects.checkFromIndexSize(0, workload.metrics().size(), expected.length);
        double worst = 0;
        for (int m = 0; m < expected.length; m++) {
            if (workload.metrics().get(m).deterministic()) {
                worst = Math.max(worst, relative(outcome.value(0, m), expected[m]));
            }
        }
        return worst;
    }

    private static double relative(double value, double expected) {
        if (value == expected || (Double.isNaN(value) && Double.isNaN(expected))) {
            return 0;
        }
        double difference = Math.abs(value - expected) / Math.max(1, Math.abs(expected));
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
