package dev.winnow.engine.artifact;

import dev.winnow.engine.UserError;
import java.time.Duration;

/**
 * When a tier that fails is left alone, and for how long.
 *
 * @param calls calls that are looked back at; half of them failing opens the breaker
 * @param leastCalls calls before it may open
 * @param pause how long it stays open before a call is tried again
 */
public record BreakerRule(int calls, int leastCalls, Duration pause) {
    /** Half of the last 20 calls, at least 5 of them; tried again after 10 s. */
    public static final BreakerRule DEFAULT = new BreakerRule(20, 5, Duration.ofSeconds(10));

    public BreakerRule {
        if (leastCalls < 1 || calls < leastCalls || pause.toMillis() < 1) {
            throw new UserError("breaker of " + calls + " calls, at least " + leastCalls + ", pause " + pause
                    + " is none; give 1 <= least <= calls and a pause of at least 1 ms");
        }
    }
}
