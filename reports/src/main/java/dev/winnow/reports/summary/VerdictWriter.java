package dev.winnow.reports.summary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.summary.Verdict.Reason;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the words for a run that has a best point. */
record VerdictWriter(RunReport report, TopPoint best) {
    /** The neighbours' median is better than this share of all points: they are as good a choice. */
    private static final double PLATEAU = 0.9;

    private static final double SLOPE = 0.5;
    private static final int MOST_COMPARED = 4;

    Verdict verdict() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("Luck", luck()));
        neighbours().ifPresent(text -> reasons.add(new Reason("Neighbours", text)));
        if (summary().distribution().count() > 1) {
            reasons.add(new Reason("All points", among()));
        }
        report.full().ifPresent(full -> reasons.add(new Reason("Buy and hold", against(full))));
        proof().ifPresent(text -> reasons.add(new Reason("Proof", text)));
        reasons.add(Verdict.points(summary()));
        return new Verdict(headline(), which(), reasons, method());
    }

    private String headline() {
        if (report.tries() == 1) {
            return "A single point: there is nothing to compare it with";
        }
        String tries = NumberText.grouped(report.tries()) + " tries";
        if (!judged()) {
            return "The best of " + tries + "; how much of it is luck is not known";
        }
        return (beatsLuck() ? "Better than" : "No better than") + " the luckiest of " + tries + " without skill";
    }

    private String which() {
        RunFacts facts = summary().facts();
        String text = facts.describe(best) + " on " + summary().chosen().symbol() + ": " + metric().name() + " "
                + text(value()) + ".";
        return best.meets() ? text : text + " It misses what the run requires of a point, as all others do.";
    }

    private String luck() {
        if (report.tries() == 1) {
            return "With one try there was no choice that luck could have made.";
        }
        String tries = NumberText.grouped(report.tries());
        if (!judged()) {
            return "The best of " + tries + " tries looks good by luck alone, and how good is not known for "
                    + metric().name() + ": judge it on bars that it was not chosen on.";
        }
        return "If the " + tries + " tries were independent and none had any skill, the best of them would be expected"
                + " to show " + text(report.luckiest()) + ". This one shows " + text(value())
                + (beatsLuck()
                        ? ", more than luck alone explains well."
                        : ", so by itself it is no evidence of skill.");
    }

    private String method() {
        return judged()
                ? "Luck: " + report.noiseSource() + "; the greatest of "
                        + NumberText.grouped(report.tries()) + " independent normal draws is expected at "
                        + NumberText.fixed(NoiseMaximum.deviations(report.tries()), 2)
                        + " deviations (Bailey and L\u00f3pez de Prado 2014). Neighbouring points are alike, so that there"
                        + " are fewer independent tries than points, and this yardstick is somewhat too strict."
                : "";
    }

    private Optional<String> neighbours() {
        return summary().neighbours().filter(next -> next.count() > 0).map(next -> {
            double beats = summary()
                    .distribution()
                    .beats(next.median(), summary().facts().objective().maximize());
            String kind = beats >= PLATEAU ? "a plateau" : beats > SLOPE ? "a slope" : "a lone peak";
            return "The best stands on " + kind + ": "
                    + (next.count() == 1
                            ? "the one point a step away shows " + text(next.median())
                            : "the " + next.count() + " points a step away show " + text(next.median())
                                    + " at the median and " + text(next.worst()) + " at worst")
                    + ", the former better than " + NumberText.fixed(100 * beats, 0) + " % of all points.";
        });
    }

    private String among() {
        Distribution all = summary().distribution();
        String text = "The median point shows " + text(all.quantile(0.5)) + ", the middle half "
                + text(all.quantile(0.25)) + " to " + text(all.quantile(0.75));
        double off = Math.abs(value() - all.mean()) / all.deviation();
        return Double.isFinite(off)
                ? text + "; the best is " + NumberText.fixed(off, 1) + " standard deviations from the mean."
                : text + ".";
    }

    /** The objective and the first of the run's other metrics. */
    private String against(FullPoint full) {
        List<String> names = full.metrics().stream().map(Metric::name).toList();
        String parts = Stream.concat(Stream.of(metric()), summary().facts().metrics().stream())
                .distinct()
                .filter(metric -> names.contains(metric.name()))
                .filter(metric -> metric.direction() != Metric.Direction.NEITHER)
                .filter(metric -> Double.isFinite(full.holdRow()[names.indexOf(metric.name())]))
                .limit(MOST_COMPARED)
                .map(metric -> compared(full, metric, names.indexOf(metric.name())))
                .collect(Collectors.joining(", "));
        return "Holding " + full.symbol() + " all the time, free of costs, against the best point: " + parts + ".";
    }

    private static String compared(FullPoint full, Metric metric, int at) {
        return metric.name() + " " + NumberText.metric(metric.unit(), full.holdRow()[at], Glyphs.UNICODE) + " against "
                + NumberText.metric(metric.unit(), full.row()[at], Glyphs.UNICODE);
    }

    /** What was proved of a replay when it ran. */
    private Optional<String> proof() {
        JsonNode proof = summary().run().manifest().path("proof");
        long points = proof.path("points").asLong();
        return points == 0
                ? Optional.empty()
                : Optional.of(NumberText.grouped(points)
                        + (points == 1 ? " random point was" : " random points were")
                        + " run anew as full backtests from raw bars: trades, exits and reasons were the same, and the"
                        + " worst relative difference of an equity or a metric was "
                        + String.format(Locale.ROOT, "%.1e", proof.path("worst").asDouble())
                        + ".");
    }

    private boolean judged() {
        return report.tries() > 1 && !Double.isNaN(report.luckiest());
    }

    private boolean beatsLuck() {
        boolean maximize = summary().facts().objective().maximize();
        return maximize ? value() > report.luckiest() : value() < report.luckiest();
    }

    private RunSummary summary() {
        return report.summary();
    }

    private double value() {
        return summary().facts().value(best);
    }

    private Metric metric() {
        return summary().facts().objectiveMetric();
    }

    private String text(double value) {
        return NumberText.metric(metric().unit(), value, Glyphs.UNICODE);
    }
}
