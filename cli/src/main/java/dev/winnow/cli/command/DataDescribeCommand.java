package dev.winnow.cli.command;

import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.engine.store.Json;
import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.market.DataSummary;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.market.MarketData;
import dev.winnow.reports.format.CsvTable;
import dev.winnow.reports.format.PrettyJson;
import dev.winnow.reports.table.NumberText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow data describe}: what files of bars hold. */
@Command(name = "describe", description = "Print what files of bars hold: span, spacing, gaps, bad rows, digest.")
final class DataDescribeCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV (also .gz) or Parquet files, or globs.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME", description = "First moment, inclusive: 2020, 2020-01-31 ...")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Last moment, inclusive.")
    private @Nullable String to;

    @Option(names = "--resample", paramLabel = "SPACING", description = "Describe bars of this length made of those.")
    private @Nullable String resample;

    @Option(names = "--repair", description = "Drop and count rows that break a rule: drop, or none.")
    private Repair repair = Repair.none;

    @Option(names = "--output", description = "table, json or csv.")
    private Output output = Output.table;

    private final Console console;

    /** What to do with rows that break a rule. */
    enum Repair {
        none,
        drop
    }

    DataDescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        DataSpec spec = new DataSpec(files, null, from, to, resample, Double.NaN, repair == Repair.drop, null);
        List<DataSummary> summaries = MarketData.load(spec, Path.of(""), Caches.columns(console)).stream()
                .map(LoadedBars::summary)
                .toList();
        switch (output) {
            case table -> table(summaries);
            case json -> json(summaries);
            case csv -> csv(summaries);
        }
    }

    private void table(List<DataSummary> summaries) {
        String gap = "";
        for (DataSummary summary : summaries) {
            console.out().print(gap);
            line("symbol", summary.symbol());
            line("source", summary.source() + " (" + summary.reading() + ")");
            line("bars", NumberText.grouped(summary.bars()));
            line("span", summary.firstTimeText() + " to " + summary.lastTimeText());
            line("spacing", summary.medianSpacingText().isEmpty() ? "none" : summary.medianSpacingText());
            line("gaps", gaps(summary));
            line("periods a year", number(summary.periodsPerYear()) + " (" + summary.periodsPerYearReason() + ")");
            line("dropped rows", NumberText.grouped(summary.droppedRows()));
            line("digest", summary.digest());
            gap = "\n";
        }
    }

    private static String gaps(DataSummary summary) {
        return summary.gaps() == 0
                ? "0"
                : NumberText.grouped(summary.gaps()) + ", the largest after " + summary.largestGapText();
    }

    private void line(String name, String value) {
        console.out().printf("%-15s %s%n", name, value);
    }

    private static Map<String, Object> fields(DataSummary summary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("symbol", summary.symbol());
        fields.put("source", summary.source());
        fields.put("bars", summary.bars());
        fields.put("first", summary.firstTimeText());
        fields.put("last", summary.lastTimeText());
        fields.put("spacing", summary.medianSpacingText());
        fields.put("gaps", summary.gaps());
        fields.put("largestGapAfter", summary.largestGapText());
        fields.put("periodsPerYear", summary.periodsPerYear());
        fields.put("droppedRows", summary.droppedRows());
        fields.put("digest", summary.digest());
        return fields;
    }

    private void json(List<DataSummary> summaries) {
        PrettyJson.write(
                console.out(),
                json -> Json.tree(
                        json,
                        summaries.stream().map(DataDescribeCommand::fields).toList()));
    }

    private void csv(List<DataSummary> summaries) {
        CsvTable.write(
                List.copyOf(fields(summaries.getFirst()).keySet()),
                summaries.stream()
                        .map(summary -> fields(summary).values().stream()
                                .map(value ->
                                        value instanceof Double number ? CsvTable.number(number) : value.toString())
                                .toList())
                        .toList(),
                console.out());
    }

    private static String number(double value) {
        return NumberText.fixed(value, value == Math.rint(value) ? 0 : 2);
    }
}
