package dev.winnow.replay;

import dev.winnow.replay.portfolio.Execution;
import org.jspecify.annotations.Nullable;

/** The execution of a point; made once where no parameter changes it. One thread's. */
final class PointExecution {
    private final ExecutionSettings settings;
    private final double periodsPerYear;
    private final boolean varies;
    private @Nullable Execution constant;

    PointExecution(ExecutionSettings settings, double periodsPerYear) {
        this.settings = settings;
        this.periodsPerYear = periodsPerYear;
        this.varies = settings.varies();
    }

    /** @throws dev.winnow.replay.expression.PointFailure when a number is outside its range */
    Execution at(double[] point) {
        Execution made = constant;
        if (made == null) {
            made = settings.at(point, periodsPerYear);
            constant = varies ? null : made;
        }
        return made;
    }
}
