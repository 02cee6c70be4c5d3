package dev.winnow.replay.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a strategy, as the spec has them. Null is absent.
 *
 * @param let names for parts, usable in every text in any order
 * @param enterLong a boolean expression, likewise the next three
 * @param position a number expression instead of the four: &gt; 0 is long, &lt; 0 short, 0 flat, NaN keeps what is
 */
public record StrategySource(
        Map<String, String> let,
        @Nullable String enterLong,
        @Nullable String exitLong,
        @Nullable String enterShort,
        @Nullable String exitShort,
        @Nullable String position) {
    public StrategySource {
        let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
    }
}
