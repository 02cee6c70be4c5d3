package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.cli.config.Thresholds;
import dev.winnow.engine.observe.Bottleneck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExplainRunTest {
    private static final String SPEC = "../configs/examples/sma-cross.yaml";

    @TempDir
    private Path folder;

    private String sweep() throws IOException {
        CommandRun run = CommandRun.of("sweep", SPEC, "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.findFirst().orElseThrow().getFileName().toString();
        }
    }

    @Test
    void a_run_is_explained_by_name_and_by_folder_as_a_table_and_as_json() throws IOException {
        String name = sweep();

        CommandRun table = CommandRun.of("explain", name, "--out", folder.toString());
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out())
                .startsWith("sp500-1d: 6,055 points in ")
                .contains("the workers' time", "verdict  ", "try      winnow ");
        assertThat(CommandRun.of("explain", folder.resolve(name).toString())).isEqualTo(table);
        JsonNode json = new ObjectMapper()
                .readTree(CommandRun.of("explain", name, "--out", folder.toString(), "--output", "json")
                        .out());
        assertThat(json.path("run").asText()).isEqualTo(name);
        JsonNode symbol = json.path("symbols").path(0);
        assertThat(symbol.path("checks")).hasSize(Bottleneck.values().length);
        assertThat(symbol.path("shares").path("memoryStall").isNull()).isTrue();
        assertThat(symbol.path("advice").path(0).asText()).contains(SPEC);
    }

    @Test
    void a_threshold_of_nothing_makes_a_finding_of_anything() throws IOException {
        CommandRun run = CommandRun.of(
                "explain", sweep(), "--out", folder.toString(), "--threshold", "slow-writer=0ms", "--output", "json");

        JsonNode symbol = new ObjectMapper().readTree(run.out()).path("symbols").path(0);
        assertThat(symbol.path("checks").path(0).path("name").asText()).isEqualTo("slow-writer");
        assertThat(symbol.path("checks").path(0).path("finding").asBoolean()).isTrue();
    }

    @Test
    void the_thresholds_that_are_shipped_are_the_usual_ones() {
        Map<Bottleneck, Double> shipped = Thresholds.read(Path.of("../configs/thresholds.yaml"), List.of());

        assertThat(shipped).hasSize(Bottleneck.values().length);
        shipped.forEach((bottleneck, threshold) ->
                assertThat(threshold).as(bottleneck.text()).isEqualTo(bottleneck.threshold()));
    }

    @Test
    void a_run_that_nothing_was_observed_of_is_told() throws IOException {
        Path run = Files.createDirectory(folder.resolve("old"));
        Files.writeString(run.resolve("run.json"), "{\"status\":\"complete\",\"symbols\":[{\"symbol\":\"x\"}]}");

        assertThat(CommandRun.of("explain", "old", "--out", folder.toString()))
                .isEqualTo(new CommandRun(
                        5, "", "run " + run + ": nothing was observed of it; sweep it anew with --force-new\n"));
    }

    @Test
    void mistakes_are_told_all_at_once() throws IOException {
        String name = sweep();
        Path file = Files.writeString(folder.resolve("t.yaml"), "loc: 3 %\ngc: 5\n");

        assertThat(CommandRun.of(
                                "explain",
                                name,
                                "--out",
                                folder.toString(),
                                "--thresholds",
                                file.toString(),
                                "--threshold",
                                "gc")
                        .err())
                .contains(
                        file + ":1:1: unknown bottleneck 'loc'; did you mean 'lock'?\n",
                        file + ":2:5: gc: '5' is not a share such as 10 %\n",
                        "--threshold gc: give NAME=VALUE, such as lock=10%\n");
        assertThat(CommandRun.of("explain", name + "x", "--out", folder.toString())
                        .err())
                .isEqualTo("run '" + name + "x': no such run in " + folder + "; did you mean '" + name + "'?\n");
        assertThat(CommandRun.of("explain", "nowhere.yaml").err()).startsWith("nowhere.yaml: no such file");
        assertThat(CommandRun.of("explain", SPEC, "--output", "json").err())
                .isEqualTo("explain " + SPEC + ": a spec's plan is printed as a table; --output json is for a run\n");
    }
}
