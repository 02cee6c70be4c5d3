package dev.winnow.reports.summary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Objective;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.ResultsLayout;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Metric.Direction;
import dev.winnow.engine.workload.Metric.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What the columns of a run mean and what its manifest says of them.
 *
 * @param name what the run is called
 * @param symbols all symbols, in order
 * @param points points a symbol
 * @param axes the parameters
 * @param metrics the metrics of a row, in order
 * @param objective what is best
 */
public record RunFacts(
        String name, List<String> symbols, long points, List<Axis> axes, List<Metric> metrics, Objective objective) {
    private static final String MAXIMIZE = "maximize ";

    public RunFacts {
        symbols = List.copyOf(symbols);
        axes = List.copyOf(axes);
        metrics = List.copyOf(metrics);
    }

    /** @throws UserError when the manifest's objective is none of the metrics */
    static RunFacts of(StoredRun run, ResultsLayout layout) {
        String said = run.manifest().path("objective").asText();
        int metric = layout.metrics().indexOf(said.substring(said.indexOf(' ') + 1));
        if (metric < 0) {
            throw new UserError("run " + run.folder() + ": its objective '" + said
                    + "' is none of its metrics; sweep anew with --force-new");
        }
        return new RunFacts(
                run.manifest().path("name").asText(),
                layout.symbols(),
                layout.points(),
                layout.axes(),
                metrics(run.manifest().path("metrics"), layout.metrics()),
                new Objective(metric, said.startsWith(MAXIMIZE)));
    }

    /** A metric that the manifest does not describe is a plain number. */
    private static List<Metric> metrics(JsonNode described, List<String> names) {
        List<Metric> metrics = new ArrayList<>();
        for (String name : names) {
            JsonNode one = described.path(name);
            metrics.add(new Metric(
                    name,
                    Unit.valueOf(one.path("unit").asText(Unit.RATIO.name())),
                    Direction.valueOf(one.path("direction").asText(Direction.NEITHER.name())),
                    one.path("deterministic").asBoolean(true)));
        }
        return metrics;
    }

    /** The metric that ranks. */
    public Metric objectiveMetric() {
        return metrics.get(objective.metric());
    }

    /** The point's objective; NaN where undefined. */
    public double value(TopPoint point) {
        return point.metrics()[objective.metric()];
    }

    /** The point as text: {@code fast = 8, slow = 174}. */
    public String describe(TopPoint point) {
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < axes.size(); a++) {
            text.append(a == 0 ? "" : ", ").append(axes.get(a).name()).append(" = ");
            text.append(axes.get(a).text(point.parameters()[a]));
        }
        return text.isEmpty() ? "the only point" : text.toString();
    }
}
