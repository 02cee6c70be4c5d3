package dev.winnow.replay.recording;

import dev.winnow.replay.expression.StrategySource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts by which a strategy speaks: as planes or as a score. */
public sealed interface SignalRule {
    /** Rules for entering and leaving, or a position: they give a signal of planes. */
    record Planes(StrategySource source) implements SignalRule {}

    /**
     * A number a bar, clamped to [-1, 1], NaN counts as 0.
     *
     * @param let names for parts, usable in the score in any order
     * @param text a number expression
     */
    record Score(Map<String, String> let, String text) implements SignalRule {
        public Score {
            let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
        }
    }
}
