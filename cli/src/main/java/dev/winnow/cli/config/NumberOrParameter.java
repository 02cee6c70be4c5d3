package dev.winnow.cli.config;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of an execution, or the parameter that gives it.
 *
 * @param value the number, 0 where it is switched off; NaN: given by the parameter
 * @param parameter the parameter's name, or null
 */
public record NumberOrParameter(double value, @Nullable String parameter) {
    static NumberOrParameter of(double value) {
        return new NumberOrParameter(value, null);
    }

    /** As the backtest wants it: the parameter by its position. */
    Setting setting(List<Axis> axes) {
        return parameter == null
                ? Setting.of(value)
                : Setting.parameter(axes.stream().map(Axis::name).toList().indexOf(parameter));
    }
}
