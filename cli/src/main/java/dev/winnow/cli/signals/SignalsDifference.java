package dev.winnow.cli.signals;

import dev.winnow.replay.recording.RecordingDiff;
import dev.winnow.replay.recording.RecordingDiff.OfSignal;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What two recordings do not share, as rows. */
public final class SignalsDifference {
    private SignalsDifference() {}

    /** A row for each field and each signal that differs. */
    public static Listing listing(RecordingDiff diff) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        diff.identity().forEach(change -> rows.add(Arrays.asList("recording", change, null, null)));
        diff.signals().forEach(signal -> rows.add(row(signal)));
        return new Listing(
                List.of(
                        Column.text("what"),
                        Column.text("difference"),
                        Column.number("bars"),
                        Column.number("first-bar")),
                rows);
    }

    private static List<@Nullable Object> row(OfSignal signal) {
        String difference =
                switch (signal.where()) {
                    case FIRST -> "only in the first";
                    case SECOND -> "only in the second";
                    case BOTH -> signal.bars() < 0 ? "another kind, or other bars" : "other signals";
                };
        return Arrays.asList(
                signal.setting(),
                difference,
                signal.bars() < 0 ? null : (long) signal.bars(),
                signal.first() < 0 ? null : (long) signal.first());
    }
}
