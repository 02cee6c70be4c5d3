package dev.winnow.replay.recording;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.expression.StrategySource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strategy of a recording as its spec has it.
 *
 * @param name what it is called
 * @param axes its own parameters, in the order of a setting's values
 * @param where condition on the parameters, or null
 * @param rule its texts
 */
public record SignalSource(
        String name, List<Axis> axes, @Nullable String where, SignalRule rule) {
    public SignalSource {
        axes = List.copyOf(axes);
    }

    /** How many columns its signal would take if every condition, position or score were a column of its own. */
    int columns() {
        return switch (rule) {
            case SignalRule.Score score -> 1;
            case SignalRule.Planes planes -> {
                StrategySource rules = planes.source();
                yield (int) Stream.of(
                                rules.enterLong(),
                                rules.exitLong(),
                                rules.enterShort(),
                                rules.exitShort(),
                                rules.position())
                        .filter(Objects::nonNull)
                        .count();
            }
        };
    }

    /** Whether these are values of the axes, one each; a number may be any. */
    boolean has(double[] values) {
        if (values.length != axes.size()) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            boolean fits =
                    switch (axes.get(i).type()) {
                        case NUMBER -> Double.isFinite(values[i]);
                        case FLAG -> values[i] == 0 || values[i] == 1;
                        case NAME ->
                            values[i] == (int) values[i]
                                    && values[i] >= 0
                                    && values[i] < axes.get(i).names().size();
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
