package dev.winnow.cli.config;

import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spec, checked as far as that goes without reading bars or compiling expressions.
 *
 * @param file the spec
 * @param section what it says for its workload
 * @param axes the parameters in the order of the file
 * @param where condition on the parameters, or null
 * @param require condition on metrics, or null
 * @param metrics names of the metrics to report, in order, each once; none: all that the workload has
 * @param effective every value with the place it came from
 */
public record SweepSpec(
        String name,
        Path file,
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

    /** What relative paths start from. */
    public Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
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
        if (section instanceof WorkloadSection.Backtest backtest) {
            return backtest;
        }
        throw elsewhere("no backtest");
    }

    /**
     * The strategies of a spec that holds some to be recorded.
     *
     * @throws UserError when it is of another kind, naming the command that it is for
     */
    public WorkloadSection.Recorded recorded() {
        if (section instanceof WorkloadSection.Recorded recorded) {
            return recorded;
        }
        throw elsewhere("no set of strategies to record");
    }

    /**
     * What a replay combines and searches.
     *
     * @throws UserError when it is of another kind, naming the command that it is for
     */
    public WorkloadSection.Replayed replayed() {
        if (section instanceof WorkloadSection.Replayed replayed) {
            return replayed;
        }
        throw elsewhere("no replay of recorded signals");
    }

    /**
     * What to tell where a command is given a spec of another kind: one line with the command that is right.
     *
     * @param not what the spec is not, in the command's eyes
     */
    public UserError elsewhere(String not) {
        return new UserError(
                switch (section) {
                    case WorkloadSection.Backtest backtest ->
                        file + ": this is a backtest, " + not + "; 'winnow sweep " + file + "' runs it";
                    case WorkloadSection.Own own ->
                        placeOf("workload", 0).text() + ": workload '" + own.workload() + "' is " + not
                                + ", which this command is for; 'winnow sweep' runs it";
                    case WorkloadSection.Recorded recorded ->
                        file + ": these are strategies to record, " + not + "; 'winnow record " + file
                                + " -o DIR' records them";
                    case WorkloadSection.Replayed replayed ->
                        file + ": this is a replay of recorded signals, " + not + "; 'winnow replay " + file
                                + "' runs it";
                });
    }

    /** The place of a char of an expression, by its key's path: {@code strategy.let.quick}. */
    public Place placeOf(String path, int offset) {
        return effective.placeOf(path, offset);
    }
}
