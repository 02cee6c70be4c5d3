package dev.winnow.cli.option;

import dev.winnow.cli.console.Utf8;
import dev.winnow.engine.store.Json;
import dev.winnow.reports.format.PrettyJson;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the cache commands print: rows of named figures, as tables or as one JSON object of arrays. */
public final class CacheFormat {
    @Option(names = "--output", description = "table or json.")
    private Kind output = Kind.table;

    /** Formats, named as typed. */
    enum Kind {
        table,
        json
    }

    /**
     * Prints tables under each other.
     *
     * @param sections rows by the section's name; rows of a section have the same names in the same order
     */
    public void print(Map<String, List<Map<String, Object>>> sections, PrintStream out) {
        switch (output) {
            case table -> tables(sections, out);
            case json -> json(sections, out);
        }
    }

    private static void json(Map<String, List<Map<String, Object>>> sections, PrintStream out) {
        PrettyJson.write(out, json -> Json.tree(json, sections));
    }

    private static void tables(Map<String, List<Map<String, Object>>> sections, PrintStream out) {
        PrintWriter writer = Utf8.writer(out);
        String gap = "";
        for (List<Map<String, Object>> rows : sections.values()) {
            if (!rows.isEmpty()) {
                writer.print(gap);
                table(rows, writer);
                gap = "\n";
            }
        }
        writer.flush();
    }

    private static void table(List<Map<String, Object>> rows, PrintWriter out) {
        List<Column> columns = rows.getFirst().entrySet().stream()
                .map(entry -> entry.getValue() instanceof Number
                        ? Column.right(words(entry.getKey()))
                        : Column.left(words(entry.getKey())))
                .toList();
        new TextTable(columns, Glyphs.UNICODE)
                .write(
                        rows.stream()
                                .map(row -> row.values().stream()
                                        .map(CacheFormat::cell)
                                        .toList())
                                .toList(),
                        out);
    }

    /** storedBytes: stored bytes. */
    private static String words(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String cell(Object value) {
        return switch (value) {
            case Long count -> String.format(Locale.ROOT, "%,d", count);
            case Double undefined when undefined.isNaN() -> "\u2013";
            case Double figure -> String.format(Locale.ROOT, "%,.2f", figure);
            default -> value.toString();
        };
    }
}
