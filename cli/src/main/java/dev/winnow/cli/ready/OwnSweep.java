package dev.winnow.cli.ready;

import dev.winnow.cli.config.Compilation;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.Subject;
import dev.winnow.engine.workload.Workload;
import dev.winnow.replay.expression.ScalarExpression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spec of a workload of the user's own. All metrics that the workload has are computed.
 *
 * @param where which points are in the space
 * @param require which points are good enough; null: all are
 */
record OwnSweep(
        SweepSpec spec,
        Workload workload,
        Constraint where,
        @Nullable ScalarExpression require) implements ReadySweep {
    /** @throws dev.winnow.engine.UserError with every problem at its place in the file */
    static OwnSweep of(SweepSpec spec, Workload workload) {
        Problems problems = new Problems();
        Compilation compilation = new Compilation(spec.effective(), problems);
        List<Axis> axes = workload.parameters().stream().map(Parameter::axis).toList();
        List<String> metrics = names(workload);
        String objective = spec.objective().metric();
        if (!metrics.contains(objective)) {
            problems.add(
                    spec.placeOf("objective." + (spec.objective().maximize() ? "maximize" : "minimize"), 0),
                    "unknown metric '" + objective + "'" + Suggestion.of(objective, metrics));
        }
        Constraint where = compilation.where(spec.where(), axes);
        ScalarExpression require = compilation.require(spec.require(), metrics);
        problems.check();
        return new OwnSweep(spec, workload, where, require);
    }

    private static List<String> names(Workload workload) {
        return workload.metrics().stream().map(Metric::name).toList();
    }

    @Override
    public Space space() {
        String text = spec.where();
        return SweepPlan.order(workload.parameters(), where, text == null ? "" : text);
    }

    @Override
    public List<Metric> metrics() {
        return workload.metrics();
    }

    @Override
    public List<String> knownMetrics() {
        return names(workload);
    }

    /** The workload itself is the only one; it was made with its artifacts. */
    @Override
    public List<Subject> subjects(Console console, Artifacts artifacts) {
        String digest = String.join(" ", workload.name(), workload.version(), workload.inputDigest())
                .strip();
        return List.of(new Subject(workload.name(), digest, Map.of(), "", () -> workload));
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void explain(Subject subject, Console console) {
        // a workload of its own tells of its artifacts by their number alone
    }
}
