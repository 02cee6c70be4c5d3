package dev.winnow.engine.artifact;

import dev.winnow.engine.UserError;
import java.time.Duration;

/**
 * How the life of a family's values follows how often they are found again. After every {@code window} accesses of the
 * family, a hit rate above {@code high} doubles the life of what is stored from then on, one below {@code low} halves
 * it. Accesses are counted, time is not looked at.
 *
 * @param window accesses between two decisions, at least 1
 * @param low hit rate below which lives halve, in [0, high]
 * @param high hit rate above which lives double, in [low, 1]
 * @param shortest the least life, at least a millisecond
 * @param longest the greatest life
 */
public record TtlRule(int window, double low, double high, Duration shortest, Duration longest) {
    /** Windows of 100 accesses, 0.2 and 0.8, a second to thirty days. */
    public static final TtlRule DEFAULT = new TtlRule(100, 0.2, 0.8, Duration.ofSeconds(1), Duration.ofDays(30));

    public TtlRule {
        if (window < 1) {
            throw new UserError("ttl window " + window + " is below 1; give a number of accesses");
        }
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new UserError("ttl hit rates " + low + " and " + high + " are not 0 <= low <= high <= 1");
        }
        if (shortest.toMillis() < 1 || longest.compareTo(shortest) < 0) {
            throw new UserError("ttl bounds " + shortest + " and " + longest + " are not 1 ms <= shortest <= longest");
        }
    }
}
