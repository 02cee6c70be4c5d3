package dev.winnow.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.cli.config.Place;
import dev.winnow.cli.console.ShellText;
import dev.winnow.engine.observe.Bottleneck;
import dev.winnow.engine.observe.Shares;
import dev.winnow.engine.observe.Verdict;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What held back the sweep over one symbol, for people and for programs.
 *
 * @param command the subcommand that made the run
 * @param spec the spec's file, or a word for it
 * @param symbol what the manifest says of the symbol
 */
public record RunVerdict(String command, String spec, JsonNode symbol, Verdict verdict) {
    private static final List<Column> SHARES =
            List.of(Column.left("the workers' time"), Column.right("share"), Column.left(""));

    private static final List<Column> CHECKS = List.of(
            Column.left("check"),
            Column.right("number"),
            Column.right("threshold"),
            Column.left("finding"),
            Column.left("what it is"));

    /** Of each symbol of the run that something was observed of. */
    public static List<RunVerdict> of(StoredRun run, Map<Bottleneck, Double> thresholds) {
        return StreamSupport.stream(run.manifest().path("symbols").spliterator(), false)
                .filter(symbol -> symbol.path("observed").has("wallSeconds"))
                .map(symbol -> new RunVerdict(
                        command(symbol), spec(run), symbol, Verdict.of(symbol.path("observed"), thresholds)))
                .toList();
    }

    private static String command(JsonNode symbol) {
        return symbol.has("signals") ? "replay" : "sweep";
    }

    /** The file that the spec's keys came from. */
    private static String spec(StoredRun run) {
        return StreamSupport.stream(run.manifest().path("origins").spliterator(), false)
                .map(JsonNode::asText)
                .flatMap(origin -> Place.file(origin).stream())
                .findFirst()
                .map(file -> ShellText.of(List.of(file)))
                .orElse("SPEC");
    }

    /** One line: what held it back most. */
    String sentence() {
        Shares shares = verdict.shares();
        if (verdict.findings().isEmpty()) {
            return "no bottleneck but the work itself: the workers were in batches " + share(shares.batches())
                    + " of the time";
        }
        Verdict.Check worst = verdict.findings().getFirst();
        Bottleneck bottleneck = worst.bottleneck();
        return bottleneck.text() + ", " + number(bottleneck, worst.value()) + ": " + bottleneck.measures()
                + (bottleneck.unit() == Bottleneck.Unit.SHARE
                        ? ""
                        : "; the workers lost " + share(worst.impact()) + " of their time by it");
    }

    /** Commands that test what was found. */
    List<String> advice() {
        JsonNode observed = symbol.path("observed");
        if (verdict.findings().isEmpty()) {
            return List.of("winnow profile -- " + command + " " + spec + " --force-new");
        }
        return verdict.findings().stream()
                .map(check -> check.bottleneck().advice(observed, command, spec))
                .distinct()
                .toList();
    }

    /** As tables: shares of the time, checks, the verdict and what to try. */
    public void print(PrintStream out) {
        out.println(symbol.path("symbol").asText() + ": "
                + NumberText.grouped(
                        symbol.path("evaluated").asLong() - symbol.path("kept").asLong())
                + " points in " + NumberText.fixed(symbol.path("wallSeconds").asDouble(), 2) + " s on "
                + symbol.path("threads").asInt() + " threads");
        out.println();
        new TextTable(SHARES, Glyphs.UNICODE).write(shareRows(), out);
        out.println();
        new TextTable(CHECKS, Glyphs.UNICODE)
                .write(verdict.checks().stream().map(RunVerdict::cells).toList(), out);
        out.println();
        out.println("verdict  " + sentence());
        advice().forEach(command -> out.println("try      " + command));
    }

    private List<List<String>> shareRows() {
        Shares shares = verdict.shares();
        boolean metered = !Double.isNaN(shares.processor());
        String unmetered = metered ? "" : "told apart only in runs of more than a second";
        return List.of(
                List.of("in batches", share(shares.batches()), "of which:"),
                List.of("  on a processor", share(shares.processor()), unmetered),
                List.of("  waiting for locks", share(shares.locks()), ""),
                List.of("  stopped by the garbage collector", share(shares.collections()), ""),
                List.of("  off the processor otherwise", share(shares.elsewhere()), ""),
                List.of(
                        "  stalled on memory",
                        share(Double.NaN),
                        "part of 'on a processor': only hardware counters could tell"),
                List.of("waiting for the writer", share(shares.queue()), ""),
                List.of("waiting for the batches of others", share(shares.imbalance()), ""),
                List.of("sent home by --threads auto", share(shares.rest()), ""),
                List.of("transfer to a device", share(0), "all points were evaluated on threads"),
                List.of("starting and sharing out", share(shares.start()), ""));
    }

    private static List<String> cells(Verdict.Check check) {
        Bottleneck bottleneck = check.bottleneck();
        return List.of(
                bottleneck.text(),
                number(bottleneck, check.value()),
                number(bottleneck, check.threshold()),
                check.isFinding() ? "yes" : Double.isNaN(check.value()) ? "unknown" : "no",
                bottleneck.measures());
    }

    /** The same for programs; shares are of 1, NaN where they are not known. */
    public Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("symbol", symbol.path("symbol").asText());
        facts.put("wallSeconds", symbol.path("wallSeconds").asDouble());
        facts.put("threads", symbol.path("threads").asInt());
        facts.put(
                "verdict",
                verdict.findings().isEmpty()
                        ? "none"
                        : verdict.findings().getFirst().bottleneck().text());
        facts.put("sentence", sentence());
        facts.put("shares", shares());
        facts.put("checks", verdict.checks().stream().map(RunVerdict::facts).toList());
        facts.put("advice", advice());
        return facts;
    }

    private Map<String, Object> shares() {
        Shares shares = verdict.shares();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("batches", shares.batches());
        facts.put("processor", shares.processor());
        facts.put("locks", shares.locks());
        facts.put("collections", shares.collections());
        facts.put("elsewhere", shares.elsewhere());
        facts.put("memoryStall", Double.NaN);
        facts.put("queue", shares.queue());
        facts.put("imbalance", shares.imbalance());
        facts.put("rest", shares.rest());
        facts.put("transfer", 0);
        facts.put("start", shares.start());
        return facts;
    }

    private static Map<String, Object> facts(Verdict.Check check) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", check.bottleneck().text());
        facts.put("value", check.value());
        facts.put("threshold", check.threshold());
        facts.put(
                "unit",
                switch (check.bottleneck().unit()) {
                    case SHARE -> "share";
                    case MILLIS -> "ms";
                    case POINTS -> "points";
                });
        facts.put("finding", check.isFinding());
        facts.put("impact", check.impact());
        return facts;
    }

    private static String share(double share) {
        return NumberText.share(share, Glyphs.UNICODE);
    }

    private static String number(Bottleneck bottleneck, double value) {
        return switch (bottleneck.unit()) {
            case SHARE -> share(value);
            case MILLIS -> NumberText.fixed(value, 1, Glyphs.UNICODE) + " ms";
            case POINTS -> NumberText.fixed(value, 0, Glyphs.UNICODE);
        };
    }
}
