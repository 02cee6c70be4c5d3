package dev.winnow.engine.execute;

import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Outcome;
import java.util.Map;
import java.util.regex.Pattern;

/** Sees the outcomes of a run in order and says when its failures are too many. Not thread-safe. */
final class FailureWatch {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,_]*(?:[eE][-+]?[0-9]+)?");

    private final FailurePolicy policy;
    private final long points;
    private long seen;
    private long failed;

    /** Points from the space's first on that all failed in one way; a plan that begins later has none. */
    private long same;

    private String way = "";

    FailureWatch(FailurePolicy policy, SweepPlan plan) {
        this.policy = policy;
        this.points = plan.space().size();
        this.seen = plan.first();
    }

    /** Why the run has to stop; empty: it may go on. */
    String accept(int count, Outcome outcome) {
        for (Map.Entry<Integer, String> failure : outcome.failures().entrySet()) {
            compare(seen + failure.getKey(), failure.getValue());
        }
        seen += count;
        failed += outcome.failures().size();
        if (failed > policy.most()) {
            return "more than " + policy.most() + " points failed";
        }
        if (failed > policy.mostShare() * points) {
            return failed + " points failed, more than " + percent(policy.mostShare()) + " of " + points;
        }
        return same >= policy.sameAtStart() ? "the first " + same + " points all failed in the same way" : "";
    }

    /** Two causes are the same way to fail when they differ in numbers alone. */
    private void compare(long point, String cause) {
        if (point != same) {
            return;
        }
        String shape = NUMBER.matcher(cause).replaceAll("#");
        if (point == 0) {
            way = shape;
        }
        if (shape.equals(way)) {
            same++;
        }
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return (percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent)) + " %";
    }
}
