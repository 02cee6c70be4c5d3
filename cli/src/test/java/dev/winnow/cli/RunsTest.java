package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.cli.version.Version;
import dev.winnow.engine.ExactNumber;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over stored runs: one with failing points and every kind of parameter, one that differs in its fee. */
class RunsTest {
    @TempDir
    private Path folder;

    private Path runs;
    private String first;
    private String second;

    @BeforeEach
    void sweep_twice() throws IOException {
        runs = folder.resolve("runs");
        Path spec = Files.writeString(
                folder.resolve("worked.yaml"),
                "data: { path: " + Path.of("../testdata/worked-case.csv").toAbsolutePath() + " }\n" + """
                parameters: { w: [2, 2.5], mode: [up, down], held: [true, false] }
                strategy: { enter-long: 'held and if(mode == "up", close > sma(close, w), close < sma(close, w))' }
                execution: { cash: 1000 }
                metrics: [total_return, trades]
                """);
        first = sweep(spec, "--set", "execution.fee=10 bps");
        second = sweep(spec, "--set", "execution.fee=20 bps");
    }

    private String sweep(Path spec, String... more) throws IOException {
        List<String> before = names();
        List<String> words = new ArrayList<>(List.of("sweep", spec.toString(), "--out", runs.toString()));
        words.addAll(List.of(more));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        return names().stream()
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() throws IOException {
        if (Files.notExists(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private CommandRun winnow(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--out", runs.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private String ask(String sql) {
        CommandRun run = winnow("query", sql, "--output", "csv");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void an_export_holds_every_point_with_its_parameters_metrics_and_cause() throws IOException {
        CommandRun run = winnow("export", first);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(9);
        assertThat(run.out()).startsWith("""
                symbol,point,w,mode,held,total_return,trades,sharpe,cause
                """);
        assertThat(run.out()).contains("\nworked-case,0,2,up,true,", "\nworked-case,4,2.5,up,true,,,,");
        assertThat(run.out().lines().filter(line -> line.contains("whole number of bars")))
                .hasSize(2);
        JsonNode json = new ObjectMapper()
                .readTree(winnow("export", first, "--format", "json").out());
        assertThat(json).hasSize(8);
        assertThat(json.get(1).get("held").isBoolean()).isTrue();
        assertThat(json.get(1).get("mode").asText()).isEqualTo("up");
        assertThat(json.get(4).get("trades").isNull()).isTrue();
        Path file = folder.resolve("points.csv");
        CommandRun written = winnow("export", first, "-o", file.toString());
        assertThat(written).isEqualTo(new CommandRun(0, "", "written " + file + "\n"));
        assertThat(file).hasContent(run.out());
    }

    @Test
    void a_query_unites_all_runs_and_reads_parquet_where_there_is_one() {
        String sql = "select run, mode, w, held, count(*) as n, count(cause) as failed, sum(trades) as trades"
                + " from runs.results group by all order by all";
        String frames = ask(sql);
        assertThat(frames).startsWith("run,mode,w,held,n,failed,trades\n").contains(first, second);
        assertThat(frames.lines()).hasSize(17);
        CommandRun export = winnow("export", second, "--format", "parquet");
        Path parquet = runs.resolve(second).resolve("results.parquet");
        assertThat(export).isEqualTo(new CommandRun(0, "", "written " + parquet + "\n"));
        assertThat(ask(sql)).isEqualTo(frames);
        assertThat(ask("select count(*) as n from '" + parquet + "'")).isEqualTo("n\n8\n");
    }

    @Test
    void a_query_reads_manifests_and_an_empty_folder_of_runs() {
        assertThat(ask("select run, status, name, manifest->>'$.symbols[0].failed' as failed from runs.manifests"
                        + " order by manifest->>'$.identity.\"spec.execution.fee\"'"))
                .isEqualTo(
                        "run,status,name,failed\n" + first + ",complete,worked,2\n" + second + ",complete,worked,2\n");
        assertThat(CommandRun.of("query", "select * from runs.results", "--output=csv", "--out=" + folder + "/none"))
                .isEqualTo(new CommandRun(0, "run,symbol,point\n", ""));
    }

    @Test
    void an_arrow_file_holds_what_the_csv_holds() throws IOException {
        Path file = folder.resolve("points.arrow");

        assertThat(winnow("export", first, "--format", "arrow", "-o", file.toString()))
                .isEqualTo(new CommandRun(0, "", "written " + file + "\n"));

        List<String> lines = new ArrayList<>();
        try (RootAllocator allocator = new RootAllocator();
                SeekableByteChannel channel = Files.newByteChannel(file);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            VectorSchemaRoot batch = reader.getVectorSchemaRoot();
            lines.add(batch.getSchema().getFields().stream().map(Field::getName).collect(Collectors.joining(",")));
            while (reader.loadNextBatch()) {
                for (int row = 0; row < batch.getRowCount(); row++) {
                    int at = row;
                    lines.add(batch.getFieldVectors().stream()
                            .map(vector -> text(vector.getObject(at)))
                            .collect(Collectors.joining(",")));
                }
            }
        }
        assertThat(winnow("export", first).out().replace("\"", "").lines()).containsExactlyElementsOf(lines);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> ExactNumber.text(number);
            default -> value.toString();
        };
    }

    @Test
    void a_wrong_query_is_told_in_one_line() {
        CommandRun run = winnow("query", "select nothing from runs.results");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("query: Binder Error")
                .contains("\"nothing\"")
                .contains("there are runs.results")
                .hasLineCount(1);
    }

    @Test
    void a_sweep_may_write_parquet_too() throws IOException {
        String third = sweep(folder.resolve("worked.yaml"), "--set", "execution.fee=30 bps", "--parquet");
        assertThat(ask("select count(*) as n from '" + runs.resolve(third).resolve("results.parquet") + "'"))
                .isEqualTo("n\n8\n");
    }

    @Test
    void a_list_tells_each_run_and_how_far_it_is() {
        CommandRun run = winnow("runs", "list", "--output", "csv");
        assertThat(run.out().replaceAll("complete,\\S+Z,", "complete,when,").replaceAll(",[0-9.]+\n", ",seconds\n"))
                .isEqualTo("run,status,started,points,failed,seconds\n"
                        + Stream.of(first, second)
                                .sorted()
                                .map(name -> name + ",complete,when,8,2,seconds\n")
                                .reduce("", String::concat));
    }

    @Test
    void a_run_shows_its_manifest() throws IOException {
        assertThat(winnow("runs", "show", first, "--output", "csv").out())
                .contains("run," + first + "\n")
                .contains("symbols[0].failed,2\n")
                .contains("identity.spec.execution.fee,10 bps\n")
                .contains("origins.execution.fee,--set execution.fee=10 bps\n")
                .contains("knobs.run.threads,auto\n")
                .contains("digests.code," + new Version().code() + "\n");
        assertThat(new ObjectMapper()
                        .readTree(winnow("runs", "show", first, "--output", "json")
                                .out()))
                .isEqualTo(new ObjectMapper()
                        .readTree(runs.resolve(first).resolve("run.json").toFile()));
    }

    @Test
    void a_diff_tells_changed_settings_and_by_how_much_the_metrics_moved() {
        CommandRun run = winnow("runs", "diff", first, second, "--output", "csv");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("""
                        field,first,second,differing,largest
                        spec.execution.fee,10 bps,20 bps,,
                        points,8,8,,
                        points in both,8,8,,
                        """).containsPattern("mean trades,\\S+,\\S+,0,0\n");
        assertThat(winnow("runs", "diff", first, first, "--output", "csv").out())
                .contains("points in both,8,8,,\n")
                .doesNotContainPattern(",[1-9][0-9]*,[0-9.E-]+\n");
    }

    @Test
    void a_removed_run_is_gone_and_an_unknown_one_is_told() throws IOException {
        assertThat(winnow("runs", "rm", first))
                .isEqualTo(new CommandRun(0, "", "removed " + runs.resolve(first) + "\n"));
        assertThat(names()).containsExactly(second);
        CommandRun unknown = winnow("runs", "rm", second, second + "x");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .isEqualTo("run '" + second + "x': no such run in " + runs + "; did you mean '" + second + "'?\n");
        assertThat(names()).containsExactly(second);
    }

    @Test
    void damaged_results_are_told_and_not_exported() throws IOException {
        Path results = runs.resolve(first).resolve("results.bin");
        byte[] bytes = Files.readAllBytes(results);
        bytes[bytes.length - 20] ^= 1;
        Files.write(results, bytes);
        for (List<String> words : List.of(
                List.of("export", first, "-o", folder.resolve("x.csv").toString()),
                List.of("export", first, "--format", "parquet"),
                List.of("query", "select * from runs.results"),
                List.of("runs", "diff", first, second))) {
            CommandRun run = winnow(words.toArray(String[]::new));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("its results are damaged at byte").hasLineCount(1);
        }
        assertThat(folder.resolve("x.csv")).doesNotExist();
        assertThat(runs.resolve(first).resolve("results.parquet")).doesNotExist();
    }
}
