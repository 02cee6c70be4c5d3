package dev.winnow.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.store.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the cache commands print: rows of named figures, as tables or as one JSON object of arrays. */
final class CacheFormat {
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
    void print(Map<String, List<Map<String, Object>>> sections, PrintStream out) {
        switch (output) {
            case table -> tables(sections, out);
            case json -> json(sections, out);
        }
    }

    private static void json(Map<String, List<Map<String, Object>>> sections, PrintStream out) {
        try (JsonGenerator json = Json.factory().createGenerator(out).useDefaultPrettyPrinter()) {
            Json.tree(json, sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void tables(Map<String, List<Map<String, Object>>> sections, PrintStream out) {
        String gap = "";
        for (List<Map<String, Object>> rows : sections.values()) {
            if (!rows.isEmpty()) {
                out.print(gap);
                table(rows).print(out);
                gap = "\n";
            }
        }
    }

    private static TextTable table(List<Map<String, Object>> rows) {
        TextTable table = new TextTable(rows.getFirst().entrySet().stream()
                .map(entry -> words(entry.getKey()) + (entry.getValue() instanceof Number ? ">" : ""))
                .toList());
        rows.forEach(
                row -> table.row(row.values().stream().map(CacheFormat::cell).toList()));
        return table;
    }

    /** storedBytes: stored bytes. */
    private static String words(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String cell(Object value) {
        return switch (value) {
            case Long count -> String.format(Locale.ROOT, "%,d", count);
            case Double undefined when undefined.isNaN() -> "–";
            case Double figure -> String.format(Locale.ROOT, "%,.2f", figure);
            default -> value.toString();
        };
    }
}
