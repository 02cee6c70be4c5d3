package dev.winnow.cli.profile;

import dev.winnow.cli.console.ExitCode;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import dev.winnow.reports.profile.FrameChange;
import dev.winnow.reports.profile.ProfileDiff;
import java.util.List;

/** Changes between profiles, the largest first, as a command tells them. */
public record FrameChanges(List<FrameChange> changes) {
    /** The exit code where no frame's own share may grow by more than the limit. */
    public int code(double limit) {
        List<FrameChange> grown = changes.stream()
                .filter(change -> change.self().difference() > limit)
                .toList();
        if (grown.isEmpty()) {
            return ExitCode.DONE;
        }
        return grown.stream().anyMatch(change -> change.self().p() < ProfileDiff.SIGNIFICANT)
                ? ExitCode.MISSED
                : ExitCode.INCONCLUSIVE;
    }

    /** So many of them. */
    public Listing listing(int top) {
        return new Listing(
                List.of(
                        Column.number("self %"),
                        Column.number("was %"),
                        Column.number("change"),
                        Column.number("p"),
                        Column.number("total %"),
                        Column.number("total change"),
                        Column.number("total p"),
                        Column.text("state"),
                        Column.text("frame")),
                changes.stream()
                        .limit(top)
                        .map(change -> List.<Object>of(
                                percent(change.self().after()),
                                percent(change.self().before()),
                                percent(change.self().difference()),
                                rounded(change.self().p()),
                                percent(change.total().after()),
                                percent(change.total().difference()),
                                rounded(change.total().p()),
                                change.state(),
                                change.frame()))
                        .toList());
    }

    private static double percent(double share) {
        return Math.rint(share * 1e4) / 1e2;
    }

    private static double rounded(double p) {
        return Math.rint(p * 1e4) / 1e4;
    }
}
