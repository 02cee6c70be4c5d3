package dev.winnow.engine.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What held a run back, with its evidence.
 *
 * @param shares where the workers' time went
 * @param checks every number that was looked at, in the order of {@link Bottleneck}
 * @param findings those above their threshold, by the workers' time that they account for, most first
 */
public record Verdict(Shares shares, List<Check> checks, List<Check> findings) {
    /**
     * A number against its threshold.
     *
     * @param value NaN where it was not measured
     * @param impact share of the workers' time that it accounts for, 0 where that is not known
     */
    public record Check(Bottleneck bottleneck, double value, double threshold, double impact) {
        public boolean isFinding() {
            return value > threshold;
        }
    }

    /**
     * Judges a run.
     *
     * @param observed what its manifest says was observed
     * @param thresholds those that replace the usual ones
     */
    public static Verdict of(JsonNode observed, Map<Bottleneck, Double> thresholds) {
        Shares shares = Shares.of(observed);
        List<Check> checks = Stream.of(Bottleneck.values())
                .map(bottleneck -> new Check(
                        bottleneck,
                        bottleneck.value(observed),
                        thresholds.getOrDefault(bottleneck, bottleneck.threshold()),
                        known(bottleneck.impact(shares))))
                .toList();
        List<Check> findings = checks.stream()
                .filter(Check::isFinding)
                .sorted(Comparator.comparingDouble(Check::impact).reversed())
                .toList();
        return new Verdict(shares, checks, findings);
    }

    private static double known(double impact) {
        return Double.isNaN(impact) ? 0 : impact;
    }
}
