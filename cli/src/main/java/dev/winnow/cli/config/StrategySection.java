package dev.winnow.cli.config;

import dev.winnow.replay.expression.StrategySource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code strategy} of a spec: texts in the strategy language, null where a key is not given. */
public record StrategySection(
        @Nullable Map<String, String> let,
        @Nullable String enterLong,
        @Nullable String exitLong,
        @Nullable String enterShort,
        @Nullable String exitShort,
        @Nullable String position) {
    /** Whether any rule enters. */
    boolean enters() {
        return enterLong != null || enterShort != null || position != null;
    }

    /** As the strategy compiler wants it. */
    public StrategySource source() {
        return new StrategySource(let == null ? Map.of() : let, enterLong, exitLong, enterShort, exitShort, position);
    }
}
