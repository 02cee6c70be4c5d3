package dev.winnow.cli.config;

import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spec, checked as far as that goes without reading bars or compiling expressions.
 *
 * @param folder what relative paths start from
 * @param section what it says for its workload
 * @param axes the parameters in the order of the file
 * @param where condition on the parameters, or null
 * @param require condition on metrics, or null
 * @param metrics names of the metrics to report, in order, each once; none: all that the workload has
 * @param effective every value with the place it came from
 */
public record SweepSpec(
        String name,
        Path folder,
        WorkloadSection section,
        List<Axis> axes,
        @Nullable String where,
        Objective objective,
        @Nullable String require,
        List<String> metrics,
        RunSection run,
        Yaml.Mapping effective) {
    public SweepSpec {
        axes = List.copyOf(axes);
        metrics = List.copyOf(metrics);
    }

    /** Name of the workload that runs the points. */
    public String workload() {
        return switch (section) {
            case WorkloadSection.Backtest backtest -> SpecKeys.BACKTEST;
            case WorkloadSection.Own own -> own.workload();
        };
    }

    /** The bars of a backtest. */
    public DataSection data() {
        return backtest().data();
    }

    /** The strategy of a backtest. */
    public StrategySection strategy() {
        return backtest().strategy();
    }

    /** The execution of a backtest. */
    public ExecutionSection execution() {
        return backtest().execution();
    }

    private WorkloadSection.Backtest backtest() {
        return switch (section) {
            case WorkloadSection.Backtest backtest -> backtest;
            case WorkloadSection.Own own ->
                throw new UserError(placeOf("workload", 0).text() + ": workload '" + own.workload()
                        + "' is no backtest, which this command is for; 'winnow sweep' runs it");
        };
    }

    /** The place of a char of an expression, by its key's path: {@code strategy.let.quick}. */
    public Place placeOf(String path, int offset) {
        Yaml value = effective;
        for (String name : path.split("\\.", -1)) {
            Yaml.Entry entry =
                    value instanceof Yaml.Mapping mapping ? mapping.entries().get(name) : null;
            if (entry == null) {
                return value.place();
            }
            value = entry.value();
        }
        return value instanceof Yaml.Scalar scalar ? scalar.at(offset) : value.place();
    }
}
