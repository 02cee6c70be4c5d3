package dev.winnow.cli.signals;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Listings;
import dev.winnow.cli.console.Output;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.recording.RecordedSymbol;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingFacts;
import dev.winnow.replay.recording.RecordingFacts.OfSetting;
import dev.winnow.replay.recording.RecordingFacts.Overlap;
import dev.winnow.replay.recording.RecordingHead;
import dev.winnow.replay.recording.SignalRule;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import dev.winnow.reports.table.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A recording in figures: by strategy, by setting, or strategy against strategy. */
public final class SignalsDescription {
    private final RecordingHead head;
    private final RecordingFacts facts;
    private final List<long[]> times = new ArrayList<>();
    private final long fileBytes;
    private final int failed;

    private SignalsDescription(Recording recording) {
        this.head = recording.head();
        this.facts = RecordingFacts.of(recording);
        for (int symbol = 0; symbol < head.symbols().size(); symbol++) {
            times.add(recording.time(symbol));
        }
        this.fileBytes = recording.bytes();
        this.failed = recording.failures().size();
    }

    /** Reads every signal of a recording. */
    public static SignalsDescription of(Recording recording) {
        return new SignalsDescription(recording);
    }

    /** Prints a row a strategy; as a table with what the strategies share and the sums. */
    public void print(Output format, Console console) {
        Listings.print(byStrategy(), format, console);
        if (format != Output.table) {
            return;
        }
        if (head.strategies().size() > 1) {
            console.out().println();
            Listings.print(overlaps(), format, console);
        }
        console.out().println();
        sum(false, "planes", console);
        sum(true, "scores", console);
        if (failed > 0) {
            console.out().println(NumberText.grouped(failed) + " settings have no signal, since they failed");
        }
        console.out().println("the file has " + NumberText.bytes((double) fileBytes));
    }

    private void sum(boolean scores, String name, Console console) {
        List<OfSetting> of = facts.settings().stream()
                .filter(one -> scores
                        == head.strategies().get(one.setting().strategy()).rule() instanceof SignalRule.Score)
                .toList();
        long bytes = of.stream().mapToLong(OfSetting::bytes).sum();
        long raw = of.stream().mapToLong(OfSetting::rawBytes).sum();
        if (!of.isEmpty()) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%,d signals of %s in %s: 1/%.1f of their %s as columns of doubles%n",
                            of.size(),
                            name,
                            NumberText.bytes((double) bytes),
                            (double) raw / bytes,
                            NumberText.bytes((double) raw));
        }
    }

    /** Four decimals are more than a share needs. */
    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 1e4) / 1e4;
    }

    /** A row for each strategy over each symbol: sums and means over its settings. */
    Listing byStrategy() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int symbol = 0; symbol < head.symbols().size(); symbol++) {
            for (int strategy = 0; strategy < head.strategies().size(); strategy++) {
                int ofSymbol = symbol;
                int ofStrategy = strategy;
                List<OfSetting> all = facts.settings().stream()
                        .filter(one -> one.setting().symbol() == ofSymbol
                                && one.setting().strategy() == ofStrategy)
                        .toList();
                rows.add(row(symbol, strategy, all));
            }
        }
        return new Listing(
                List.of(
                        Column.text("symbol"),
                        Column.text("strategy"),
                        Column.number("settings"),
                        Column.number("duplicates"),
                        Column.number("events"),
                        Column.number("long"),
                        Column.number("short"),
                        Column.text("first"),
                        Column.text("last"),
                        Column.number("bytes"),
                        Column.number("raw")),
                rows);
    }

    private List<@Nullable Object> row(int symbol, int strategy, List<OfSetting> all) {
        return Arrays.asList(
                head.symbols().get(symbol).symbol(),
                head.strategies().get(strategy).name(),
                (long) all.size(),
                all.stream().filter(one -> one.duplicateOf() >= 0).count(),
                rounded(all.stream().mapToDouble(OfSetting::events).average().orElse(Double.NaN)),
                rounded(all.stream().mapToDouble(OfSetting::longShare).average().orElse(Double.NaN)),
                rounded(all.stream()
                        .mapToDouble(OfSetting::shortShare)
                        .average()
                        .orElse(Double.NaN)),
                time(
                        symbol,
                        all.stream()
                                .mapToInt(OfSetting::first)
                                .filter(bar -> bar >= 0)
                                .min()
                                .orElse(-1)),
                time(symbol, all.stream().mapToInt(OfSetting::last).max().orElse(-1)),
                all.stream().mapToLong(OfSetting::bytes).sum(),
                all.stream().mapToLong(OfSetting::rawBytes).sum());
    }

    /** A row for each signal. */
    public Listing bySetting() {
        return new Listing(
                List.of(
                        Column.number("signal"),
                        Column.text("symbol"),
                        Column.text("strategy"),
                        Column.text("parameters"),
                        Column.number("events"),
                        Column.number("long"),
                        Column.number("short"),
                        Column.text("first"),
                        Column.text("last"),
                        Column.number("bytes"),
                        Column.number("raw"),
                        Column.number("duplicate-of")),
                java.util.stream.IntStream.range(0, facts.settings().size())
                        .mapToObj(this::row)
                        .toList());
    }

    private List<@Nullable Object> row(int signal) {
        OfSetting one = facts.settings().get(signal);
        int symbol = one.setting().symbol();
        return Arrays.asList(
                (long) signal,
                head.symbols().get(symbol).symbol(),
                head.strategies().get(one.setting().strategy()).name(),
                head.parametersText(one.setting()),
                one.events(),
                rounded(one.longShare()),
                rounded(one.shortShare()),
                time(symbol, one.first()),
                time(symbol, one.last()),
                one.bytes(),
                one.rawBytes(),
                one.duplicateOf() < 0 ? null : (long) one.duplicateOf());
    }

    /** A row for every two strategies over a symbol, and for each with itself: how much of their sides they share. */
    public Listing overlaps() {
        return new Listing(
                List.of(Column.text("symbol"), Column.text("strategy"), Column.text("and"), Column.number("jaccard")),
                facts.overlaps().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(Overlap overlap) {
        return Arrays.asList(
                head.symbols().get(overlap.symbol()).symbol(),
                head.strategies().get(overlap.first()).name(),
                head.strategies().get(overlap.second()).name(),
                rounded(overlap.jaccard()));
    }

    private @Nullable String time(int symbol, int bar) {
        RecordedSymbol of = head.symbols().get(symbol);
        return bar < 0 ? null : Bars.timeText(of.timed(), times.get(symbol)[bar]);
    }
}
