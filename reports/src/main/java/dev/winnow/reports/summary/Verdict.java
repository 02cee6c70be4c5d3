package dev.winnow.reports.summary;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run comes to, in words: the best point, how it stands among the others, and whether luck explains it.
 *
 * @param headline in a few words
 * @param sentences the reasons, most important first
 */
public record Verdict(String headline, List<String> sentences) {
    /** The neighbours' median is better than this share of all points: they are as good a choice. */
    private static final double PLATEAU = 0.9;

    private static final int MOST_COMPARED = 4;

    public Verdict {
        sentences = List.copyOf(sentences);
    }

    public static Verdict of(RunReport report) {
        Optional<TopPoint> best = report.summary().best();
        return best.isEmpty() ? none(report) : new Writer(report, best.get()).verdict();
    }

    private static Verdict none(RunReport report) {
        RunSummary summary = report.summary();
        return new Verdict(
                "No point has a finite " + summary.facts().objectiveMetric().name(),
                List.of(counts(summary), "There is nothing to choose from: look at the spec and at the failures."));
    }

    private static String counts(RunSummary summary) {
        String text = counted(summary.points(), "point was tried", "points were tried");
        long undefined =
                summary.symbols().stream().mapToLong(SymbolSummary::undefined).sum();
        text += summary.failed() == 0 ? "" : ", " + NumberText.grouped(summary.failed()) + " failed";
        text += undefined == 0 ? "" : ", of " + NumberText.grouped(undefined) + " the objective is undefined";
        return text + ".";
    }

    private static String counted(long count, String one, String several) {
        return NumberText.grouped(count) + " " + (count == 1 ? one : several);
    }

    private record Writer(RunReport report, TopPoint best) {
        Verdict verdict() {
            List<String> sentences = new ArrayList<>();
            sentences.add(which());
            sentences.add(luck());
            neighbours().ifPresent(sentences::add);
            if (summary().distribution().count() > 1) {
                sentences.add(among());
            }
            report.full().ifPresent(full -> sentences.add(against(full)));
            sentences.add(counts(summary()));
            return new Verdict(headline(), sentences);
        }

        private String headline() {
            if (report.tries() == 1) {
                return "A single point: there is nothing to compare it with";
            }
            double luckiest = report.luckiest();
            if (Double.isNaN(luckiest)) {
                return "The best of " + NumberText.grouped(report.tries()) + " tries: how much is luck is not known";
            }
            return better(value(), luckiest)
                    ? "Better than the luckiest of " + NumberText.grouped(report.tries()) + " tries without skill"
                    : "No better than the luckiest of " + NumberText.grouped(report.tries()) + " tries without skill";
        }

        private String which() {
            RunFacts facts = summary().facts();
            String text = facts.describe(best) + " on " + summary().chosen().symbol() + " is the best point: "
                    + metric().name() + " " + text(value()) + ".";
            return best.meets() ? text : text + " It misses what the run requires of a point, as all others do.";
        }

        private String luck() {
            if (report.tries() == 1) {
                return "With one try there is no choice that luck could have made.";
            }
            String tries = "It is the best of " + NumberText.grouped(report.tries())
                    + " tries, and the best of many tries" + " looks good by luck alone";
            double luckiest = report.luckiest();
            if (Double.isNaN(luckiest)) {
                return tries + ". How good is not known for " + metric().name()
                        + ": judge it on bars that it was not chosen on.";
            }
            return tries
                    + ": if they were independent and none had any skill, the best of them would be expected to show "
                    + text(luckiest) + " (" + report.noiseSource() + "; the expected maximum of "
                    + NumberText.grouped(report.tries()) + " normal draws is "
                    + NumberText.fixed(NoiseMaximum.deviations(report.tries()), 2)
                    + " deviations, Bailey and Lopez de Prado 2014). "
                    + (better(value(), luckiest)
                            ? "The best is above that, which luck alone does not explain well."
                            : "The best is not above that, so it is no evidence of skill.")
                    + " Neighbouring points are alike, so that there are fewer independent tries than points: the"
                    + " yardstick is somewhat too strict.";
        }

        private Optional<String> neighbours() {
            return summary().neighbours().filter(next -> next.count() > 0).map(next -> {
                double beats = summary()
                        .distribution()
                        .beats(next.median(), summary().facts().objective().maximize());
                String kind = beats >= PLATEAU
                        ? "it stands on a plateau"
                        : beats > 0.5 ? "it stands on a slope" : "it is a lone peak";
                return (next.count() == 1 ? "Its one neighbour" : "Its " + next.count() + " neighbours")
                        + ", one step away in any parameter, have a median of " + text(next.median())
                        + ", better than " + share(beats) + " of all points, and a worst of " + text(next.worst())
                        + ": " + kind + ".";
            });
        }

        private String among() {
            Distribution all = summary().distribution();
            String text = "The median point has " + text(all.quantile(0.5)) + ", the middle half lies between "
                    + text(all.quantile(0.25)) + " and " + text(all.quantile(0.75));
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
                    .filter(metric -> Double.isFinite(full.holdRow()[names.indexOf(metric.name())]))
                    .limit(MOST_COMPARED)
                    .map(metric -> compared(full, metric, names.indexOf(metric.name())))
                    .collect(Collectors.joining(", "));
            return "Holding " + full.symbol() + " all the time, free of costs, gives " + parts + ".";
        }

        private static String compared(FullPoint full, Metric metric, int at) {
            return metric.name() + " " + NumberText.metric(metric.unit(), full.holdRow()[at], Glyphs.UNICODE)
                    + " (the point: " + NumberText.metric(metric.unit(), full.row()[at], Glyphs.UNICODE) + ")";
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

        private boolean better(double a, double b) {
            return summary().facts().objective().maximize() ? a > b : a < b;
        }

        private String text(double value) {
            return NumberText.metric(metric().unit(), value, Glyphs.UNICODE);
        }

        private static String share(double share) {
            return String.format(Locale.ROOT, "%.0f %%", 100 * share);
        }
    }
}
