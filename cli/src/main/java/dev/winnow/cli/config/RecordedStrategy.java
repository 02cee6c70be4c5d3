package dev.winnow.cli.config;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.recording.SignalRule;
import dev.winnow.replay.recording.SignalSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the {@code strategies} of a spec: texts in the strategy language, null where a key is not given. */
record RecordedStrategy(
        @Nullable String where,
        @Nullable Map<String, String> let,
        @Nullable String enterLong,
        @Nullable String exitLong,
        @Nullable String enterShort,
        @Nullable String exitShort,
        @Nullable String position,
        @Nullable String score) {
    /**
     * As the recorder wants it.
     *
     * @param axes its own parameters
     */
    SignalSource source(String name, List<Axis> axes) {
        Map<String, String> parts = let == null ? Map.of() : let;
        SignalRule rule = score == null
                ? new SignalRule.Planes(new StrategySource(parts, enterLong, exitLong, enterShort, exitShort, position))
                : new SignalRule.Score(parts, score);
        return new SignalSource(name, axes, where, rule);
    }
}
