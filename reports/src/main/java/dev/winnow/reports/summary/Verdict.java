package dev.winnow.reports.summary;

import dev.winnow.reports.table.NumberText;
import java.util.List;

/**
 * What a run comes to, in words: the best point, how it stands among the others, and whether luck explains it.
 *
 * @param headline in a few words
 * @param best which point it is, in a sentence
 * @param reasons what speaks for and against it, most important first
 * @param method how luck was judged: formula and source; empty where it was not
 */
public record Verdict(String headline, String best, List<Reason> reasons, String method) {
    /** A reason and what it is about, in a word or two. */
    public record Reason(String topic, String text) {}

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public static Verdict of(RunReport report) {
        return report.summary()
                .best()
                .map(best -> new VerdictWriter(report, best).verdict())
                .orElseGet(() -> none(report.summary()));
    }

    private static Verdict none(RunSummary summary) {
        return new Verdict(
                "No point has a finite " + summary.facts().objectiveMetric().name(),
                "There is nothing to choose from: look at the spec and at the failures.",
                List.of(points(summary)),
                "");
    }

    /** How many there were, and how many of them came to nothing. */
    static Reason points(RunSummary summary) {
        long undefined =
                summary.symbols().stream().mapToLong(SymbolSummary::undefined).sum();
        String text = NumberText.grouped(summary.points()) + " tried, "
                + (summary.failed() == 0 ? "none" : NumberText.grouped(summary.failed())) + " failed";
        text += undefined == 0
                ? ""
                : ", " + NumberText.grouped(undefined) + " without a finite "
                        + summary.facts().objectiveMetric().name();
        return new Reason("Points", text + ".");
    }
}
