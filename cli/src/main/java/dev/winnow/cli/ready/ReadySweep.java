package dev.winnow.cli.ready;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Subject;
import dev.winnow.replay.expression.ScalarExpression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A spec that is ready to be swept, whichever workload it is for. */
public sealed interface ReadySweep permits BarSweep, OwnSweep {
    SweepSpec spec();

    /** The points, numbered in the order of their evaluation; the same for every subject. */
    Space space();

    /** What is computed of every point. */
    List<Metric> metrics();

    /** Which points are good enough, read from a row of all metrics that the workload knows; null: all are. */
    @Nullable
    ScalarExpression require();

    /** Names of all metrics that the workload knows. */
    List<String> knownMetrics();

    /**
     * What the points run over.
     *
     * @param artifacts where the workloads look for what they prepare
     */
    List<Subject> subjects(Console console, Artifacts artifacts);

    /** What a reader of the results should know whatever they are, a line each. */
    List<String> notes();

    /** The signals that are combined, in words by their names; none where nothing is. */
    default Map<String, String> signals() {
        return Map.of();
    }

    /** Prints what is computed once and shared; nothing where the workload does not say. */
    void explain(Subject subject, Console console);

    /**
     * Runs random points anew by the long way, to prove the short one; nothing where there is but one way.
     *
     * @param points how many of each subject
     * @param identity of the run, which says which
     */
    default Proof prove(int points, RunIdentity identity) {
        return Proof.NONE;
    }
}
