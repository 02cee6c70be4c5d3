package dev.winnow.cli.command;

import dev.winnow.cli.config.DataSection;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.UserError;
import dev.winnow.replay.expression.ExpressionProblem;
import dev.winnow.replay.expression.InvalidExpressions;
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

    /** Of a backtest the parameters stand beside the strategy, of a strategy to record in it. */
    private static String path(String section, String key) {
        boolean beside = section.isEmpty() || (section.equals("strategy") && key.startsWith("parameters."));
        return beside ? key : key.equals("strategy") ? section : section + "." + key;
    }
}
