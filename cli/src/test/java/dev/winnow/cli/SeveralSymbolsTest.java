package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One spec over several symbols is each symbol's own sweep, and every output says which row is whose. */
class SeveralSymbolsTest {
    private static final List<String> SYMBOLS = List.of("east", "north", "south");
    private static final String GLOB = "bars/*.csv";
    private static final String LIST = "[bars/east.csv, bars/north.csv, bars/south.csv]";

    @TempDir
    private Path folder;

    @BeforeEach
    void bars() throws IOException {
        Files.createDirectory(folder.resolve("bars"));
        for (int i = 0; i < SYMBOLS.size(); i++) {
            out(
                    "data",
                    "synth",
                    "--bars",
                    Integer.toString(300 + 70 * i),
                    "--seed",
                    Integer.toString(i),
                    "--out",
                    folder.resolve("bars/" + SYMBOLS.get(i) + ".csv").toString());
        }
    }

    private static String out(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private String sweep(String path, String format) throws IOException {
        Path spec = Files.writeString(
                folder.resolve("several.yaml"), """
                data: { path: %s }
                parameters: { fast: { from: 3, to: 9, step: 2 }, slow: [12, 20, 31] }
                strategy:
                  enter-long: "crosses_above(sma(close, fast), sma(close, slow))"
                  exit-long: "crosses_below(sma(close, fast), sma(close, slow))"
                execution: { cash: 10000, fee: 3 bps }
                metrics: [sharpe, total_return, max_drawdown, trades, fees]
                """.formatted(path.startsWith("[") ? path : "'" + path + "'"));
        return out(
                "sweep",
                spec.toString(),
                "--out",
                folder.resolve("runs").toString(),
                "--top",
                "all",
                "--output",
                format);
    }

    private List<JsonNode> rows(String path, String symbol) throws IOException {
        JsonNode top = new ObjectMapper().readTree(sweep(path, "json")).get("top");
        return StreamSupport.stream(top.spliterator(), false)
                .filter(row -> row.get("symbol").asText().equals(symbol))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {GLOB, LIST})
    void each_symbols_rows_in_json_are_those_of_its_own_sweep(String path) throws IOException {
        for (String symbol : SYMBOLS) {
            List<JsonNode> alone = rows("bars/" + symbol + ".csv", symbol);
            assertThat(alone).hasSize(12);
            assertThat(rows(path, symbol))
                    .extracting(row -> row.get("parameters"), row -> row.get("metrics"))
                    .containsExactlyElementsOf(alone.stream()
                            .map(row -> tuple(row.get("parameters"), row.get("metrics")))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GLOB, LIST})
    void each_symbols_rows_in_csv_are_those_of_its_own_sweep(String path) throws IOException {
        List<String> together = sweep(path, "csv").lines().toList();
        assertThat(together).hasSize(1 + 3 * 12);
        for (String symbol : SYMBOLS) {
            List<String> alone = sweep("bars/" + symbol + ".csv", "csv").lines().toList();
            assertThat(together.getFirst()).isEqualTo(alone.getFirst()).startsWith("symbol,fast,slow,");
            assertThat(together.stream().filter(line -> line.startsWith(symbol + ",")))
                    .containsExactlyElementsOf(alone.subList(1, alone.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GLOB, LIST})
    void the_table_has_a_column_of_symbols_and_a_line_about_the_bars_of_each(String path) throws IOException {
        List<String> table = sweep(path, "table").lines().toList();
        assertThat(table.getFirst()).matches("rank +symbol +fast +slow +sharpe .*");
        for (String symbol : SYMBOLS) {
            assertThat(table.stream().filter(line -> line.matches(" *\\d+ +" + symbol + " .*")))
                    .hasSize(12);
            assertThat(table).anyMatch(line -> line.startsWith(symbol + ": "));
        }
        assertThat(sweep("bars/east.csv", "table").lines().findFirst())
                .hasValueSatisfying(header -> assertThat(header).doesNotContain("symbol"));
    }

    @Test
    void one_point_wants_to_know_which_symbol() throws IOException {
        sweep(GLOB, "json");
        String spec = folder.resolve("several.yaml").toString();
        CommandRun run = CommandRun.of("run", spec, "--set", "fast=3", "--set", "slow=12");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("the spec has 3 symbols; choose one: --symbol east (of east, north, south)\n");
        JsonNode south = new ObjectMapper()
                .readTree(out(
                        "run", spec, "--set", "fast=3", "--set", "slow=12", "--symbol", "south", "--output", "json"));
        JsonNode swept = rows(GLOB, "south").stream()
                .filter(row -> row.get("parameters").equals(south.get("parameters")))
                .findFirst()
                .orElseThrow();
        swept.get("metrics").properties().forEach(metric -> assertThat(
                        south.get("metrics").get(metric.getKey()))
                .as(metric.getKey())
                .isEqualTo(metric.getValue()));
    }
}
