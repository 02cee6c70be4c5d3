package dev.winnow.engine.artifact;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The lives of the families' values, by the rule. */
final class AdaptiveTtl {
    private final TtlRule rule;
    private final ConcurrentMap<String, Family> families = new ConcurrentHashMap<>();

    AdaptiveTtl(TtlRule rule) {
        this.rule = rule;
    }

    /** The life of a value of this family that is stored now: what was asked for, doubled and halved as decided. */
    Duration life(String family, Duration asked) {
        return family(family).life(asked);
    }

    /** Counts an access to a value of this family, for which this life is asked. */
    void count(String family, Duration asked, boolean hit) {
        family(family).count(asked, hit);
    }

    private Family family(String name) {
        return families.computeIfAbsent(name, unused -> new Family());
    }

    /** One family's factor and its accesses since the last decision. */
    private final class Family {
        /** Doublings less halvings. */
        private int doublings;

        private int accesses;
        private int hits;

        private synchronized Duration life(Duration asked) {
            double millis = Math.scalb((double) asked.toMillis(), doublings);
            return Duration.ofMillis(Math.clamp(
                    (long) millis, rule.shortest().toMillis(), rule.longest().toMillis()));
        }

        private synchronized void count(Duration asked, boolean hit) {
            accesses++;
            hits += hit ? 1 : 0;
            if (accesses == rule.window()) {
                decide((double) hits / accesses, life(asked));
                accesses = 0;
                hits = 0;
            }
        }

        private void decide(double hitRate, Duration life) {
            if (hitRate > rule.high() && life.compareTo(rule.longest()) < 0) {
                doublings++;
            } else if (hitRate < rule.low() && life.compareTo(rule.shortest()) > 0) {
                doublings--;
            }
        }
    }
}
