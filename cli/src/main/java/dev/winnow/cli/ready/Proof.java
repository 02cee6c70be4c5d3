package dev.winnow.cli.ready;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Points of a replay that were run anew as full backtests from raw bars.
 *
 * @param points how many, over all symbols; 0: nothing was to be proved
 * @param worst the largest difference of an equity or a metric, relative
 * @param difference the first that is too large, with its bar; empty: the replay is proved
 */
public record Proof(int points, double worst, String difference) {
    /** Nothing was to be proved. */
    public static final Proof NONE = new Proof(0, 0, "");

    /** Whether a point differs from its full backtest by more than rounding. */
    public boolean failed() {
        return !difference.isEmpty();
    }

    /** What the record of a run says of it; nothing where nothing was proved. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (points > 0) {
            facts.put("proof", Map.of("points", points, "worst", worst));
        }
        return facts;
    }

    /** In one line. */
    public String text() {
        return failed()
                ? "proof: the replay is not the full backtest: " + difference
                : String.format(
                        Locale.ROOT,
                        "proof: %d random points equal their full backtests from raw bars: trades, exits and reasons the"
                                + " same, equity and metrics within %.0e",
                        points,
                        Math.max(worst, 1e-16));
    }
}
