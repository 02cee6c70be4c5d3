package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.replay.expression.ExpressionProblem;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.InvalidExpressions;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.recording.SignalSource;
import dev.winnow.replay.recording.SignalStrategy;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what a spec says, and gathers what is wrong at its place in the file.
 *
 * @param spec every value with the place it came from
 * @param problems takes what is wrong
 */
public record Compilation(Mapping spec, Problems problems) {
    /** What is wrong with the data section begins with the path of its key. */
    public void data(DataSection data) {
        try {
            data.spec();
        } catch (UserError mistake) {
            for (String problem : mistake.problems()) {
                problems.add(spec.placeOf(problem.substring(0, problem.indexOf(':')), 0), problem);
            }
        }
    }

    /**
     * What the compiler makes of expressions; null, with problems told at their places, when it is none.
     *
     * @param section path of the section that the rules stand in; empty: none but the spec itself
     */
    public <T> @Nullable T of(String section, Supplier<T> compiler) {
        try {
            return compiler.get();
        } catch (InvalidExpressions invalid) {
            for (ExpressionProblem problem : invalid.problems()) {
                problems.add(
                        spec.placeOf(path(section, problem.key()), problem.offset()),
                        problem.key() + ": " + problem.message());
            }
            return null;
        }
    }

    /** The strategy of a backtest; null, with problems told at their places, when it is none. */
    public @Nullable StrategyPlan strategy(StrategySource source, List<Axis> axes) {
        return of("strategy", () -> StrategyPlan.compile(source, axes, IndicatorLookup.of(Indicators.all())));
    }

    /** A strategy to be recorded; null, with problems told at their places, when it is none. */
    public @Nullable SignalStrategy strategy(SignalSource source) {
        return of("strategies." + source.name(), () -> SignalStrategy.compile(source));
    }

    /**
     * Which points are in the space, by the spec's {@code where}; all are where it says nothing.
     *
     * @param axes the parameters that it may read
     */
    public Constraint where(@Nullable String where, List<Axis> axes) {
        ScalarExpression inSpace =
                where == null ? null : of("", () -> ScalarExpression.ofParameters("where", where, axes));
        return inSpace == null ? Constraint.NONE : inSpace;
    }

    /**
     * Which points are good enough, by the spec's {@code require}; null: all are.
     *
     * @param metrics names of those that it may read
     */
    public @Nullable ScalarExpression require(@Nullable String require, List<String> metrics) {
        return require == null ? null : of("", () -> ScalarExpression.ofMetrics("require", require, metrics));
    }

    /**
     * A parameter that changes nothing is a mistake.
     *
     * @param section path of the section that the parameters stand in; empty: none but the spec itself
     * @param read names of the parameters that are read
     * @param unread says of an unread one that nothing reads it: {@code neither X nor Y reads it}
     */
    public void everyParameterIsRead(String section, List<Axis> axes, Collection<String> read, String unread) {
        for (Axis axis : axes) {
            if (!read.contains(axis.name())) {
                problems.add(
                        spec.placeOf(inside(section, "parameters." + axis.name()), 0),
                        "parameter '" + axis.name() + "' changes nothing: " + unread + "; use it or drop it");
            }
        }
    }

    /** Of a backtest the parameters stand beside the strategy, of a strategy to record in it. */
    private static String path(String section, String key) {
        boolean beside = section.isEmpty() || (section.equals("strategy") && key.startsWith("parameters."));
        return beside ? key : key.equals("strategy") ? section : inside(section, key);
    }

    private static String inside(String section, String key) {
        return section.isEmpty() ? key : section + "." + key;
    }
}
