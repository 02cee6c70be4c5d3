package dev.winnow.cli.ready;

import dev.winnow.cli.config.DataSection;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.replay.expression.ExpressionProblem;
import dev.winnow.replay.expression.InvalidExpressions;
import dev.winnow.replay.expression.ScalarExpression;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what a spec says, and gathers what is wrong at its place in the file.
 *
 * @param problems takes what is wrong
 */
record Compilation(SweepSpec spec, Problems problems) {
    /** What is wrong with the data section begins with the path of its key. */
    void data(DataSection data) {
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
    <T> @Nullable T of(String section, Supplier<T> compiler) {
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

    /**
     * Which points are in the space, by the spec's {@code where}; all are where it says nothing.
     *
     * @param axes the parameters that it may read
     */
    Constraint where(List<Axis> axes) {
        String where = spec.where();
        ScalarExpression inSpace =
                where == null ? null : of("", () -> ScalarExpression.ofParameters("where", where, axes));
        return inSpace == null ? Constraint.NONE : inSpace;
    }

    /**
     * Which points are good enough, by the spec's {@code require}; null: all are.
     *
     * @param metrics names of those that it may read
     */
    @Nullable
    ScalarExpression require(List<String> metrics) {
        String require = spec.require();
        return require == null ? null : of("", () -> ScalarExpression.ofMetrics("require", require, metrics));
    }

    /**
     * A parameter that changes nothing is a mistake.
     *
     * @param section path of the section that the parameters stand in; empty: none but the spec itself
     * @param read names of the parameters that are read
     * @param unread says of an unread one that nothing reads it: {@code neither X nor Y reads it}
     */
    void everyParameterIsRead(String section, List<Axis> axes, Collection<String> read, String unread) {
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
