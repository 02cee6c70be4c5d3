package dev.winnow.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import dev.winnow.engine.execute.Quadratic;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    private static final RunKey KEY = RunKey.of("spec", "data", "code");

    private final Quadratic workload = new Quadratic(70, 91);
    private final Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");

    @TempDir
    Path runs;

    @Test
    void what_was_written_reads_back_to_the_bit() throws IOException {
        Path folder = sweep(2, 50, List.of("north", "south"));
        double[] point = new double[2];
        List<Long> seen = new ArrayList<>();
        try (ResultsReader reader = ResultsReader.open(folder.resolve(RunFolder.RESULTS))) {
            assertThat(reader.metrics()).containsExactly("value", "slope");
            for (Optional<ResultsReader.Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
                ResultsReader.Frame frame = next.get();
                for (int i = 0; i < frame.count(); i++) {
                    space.point(frame.first() + i, point);
                    boolean fails = point[0] == point[1];
                    double[] plain =
                            fails ? new double[] {Double.NaN, Double.NaN} : Quadratic.plain(point[0], point[1]);
                    assertThat(new double[] {frame.columns()[0][i], frame.columns()[1][i]})
                            .containsExactly(plain);
                    assertThat(Arrays.binarySearch(frame.failed(), i) >= 0).isEqualTo(fails);
                    seen.add(frame.group() * space.size() + frame.first() + i);
                }
            }
        }
        assertThat(seen).hasSize((int) (2 * space.size())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void equal_results_are_equal_bytes_at_any_threads_and_batch_size() throws IOException {
        byte[] results = Files.readAllBytes(sweep(1, 4096, List.of("x")).resolve(RunFolder.RESULTS));
        byte[] failures = Files.readAllBytes(sweep(1, 1, List.of("x")).resolve(RunFolder.FAILURES));
        for (int threads : new int[] {1, 3}) {
            for (int batch : new int[] {13, 1000}) {
                Path folder = sweep(threads, batch, List.of("x"));
                assertThat(folder.resolve(RunFolder.RESULTS)).hasBinaryContent(results);
                assertThat(folder.resolve(RunFolder.FAILURES)).hasBinaryContent(failures);
            }
        }
    }

    @Test
    void each_failure_is_a_line_with_its_parameters_and_cause() throws IOException {
        Path folder = sweep(2, 64, List.of("sp\"500"));
        List<String> lines = Files.readAllLines(folder.resolve(RunFolder.FAILURES));
        assertThat(lines).hasSize(70);
        assertThat(lines.get(2))
                .isEqualTo("{\"symbol\":\"sp\\\"500\",\"point\":184,\"parameters\":{\"shift\":2,\"base\":2},"
                        + "\"cause\":\"shift equals base 2\"}");
    }

    @Test
    void the_manifest_reads_as_it_was_given() throws IOException {
        try (RunFolder folder = RunFolder.create(runs, "m", KEY, workload.metrics())) {
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("name", "m");
            manifest.put("points", 7L);
            manifest.put("seconds", 0.5);
            manifest.put("whole", 3.0);
            manifest.put("undefined", Double.NaN);
            manifest.put("complete", true);
            manifest.put("symbols", List.of("a", "b"));
            manifest.put("machine", Map.of("cores", 2));
            folder.manifest(manifest);
            folder.manifest(manifest);
            assertThat(folder.publish().resolve(RunFolder.MANIFEST)).hasContent("""
                            {
                              "name" : "m",
                              "points" : 7,
                              "seconds" : 0.5,
                              "whole" : 3,
                              "undefined" : null,
                              "complete" : true,
                              "symbols" : [
                                "a",
                                "b"
                              ],
                              "machine" : {
                                "cores" : 2
                              }
                            }
                            """);
        }
    }

    @Test
    void an_older_run_stays_until_the_new_one_takes_its_place() throws IOException {
        Path old = sweep(1, 64, List.of("x"));
        Files.writeString(old.resolve("mark"), "old");
        try (RunFolder folder = RunFolder.create(runs, "quadratic", KEY, workload.metrics())) {
            assertThat(old.resolve("mark")).exists();
            assertThat(folder.publish()).isEqualTo(old);
        }
        assertThat(old.resolve("mark")).doesNotExist();
        assertThat(old.resolve(RunFolder.RESULTS)).exists();
        assertThat(entries()).containsExactly(old.getFileName().toString());
    }

    @Test
    void two_runs_of_one_key_at_once_do_not_disturb_each_other() throws IOException {
        try (RunFolder one = RunFolder.create(runs, "q", KEY, workload.metrics());
                RunFolder two = RunFolder.create(runs, "q", KEY, workload.metrics())) {
            one.publish();
            two.publish();
        }
        assertThat(entries()).containsExactly("q-" + KEY);
    }

    @Test
    void a_run_that_is_not_published_leaves_nothing() throws IOException {
        RunFolder.create(runs, "q", KEY, workload.metrics()).close();
        assertThat(entries()).isEmpty();
    }

    @Test
    void an_interrupted_run_is_kept_as_far_as_it_came() throws IOException {
        Path folder;
        Thread.currentThread().interrupt();
        try {
            folder = sweep(1, 7, List.of("x"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(folder.resolve(RunFolder.MANIFEST)).hasContent("{\n  \"points\" : 6370\n}\n");
        readAll(folder.resolve(RunFolder.RESULTS));
    }

    @Test
    void a_name_never_leaves_the_folder_of_runs() {
        assertThat(RunFolder.path(runs, "../../etc", KEY)).isEqualTo(runs.resolve("--..-etc-" + KEY));
        assertThat(RunFolder.path(runs, "", KEY)).isEqualTo(runs.resolve("run-" + KEY));
        assertThat(RunFolder.path(runs, "sma-cross_2", KEY)).isEqualTo(runs.resolve("sma-cross_2-" + KEY));
    }

    @Test
    void keys_differ_when_spec_data_or_code_differ() {
        assertThat(List.of(
                        KEY,
                        RunKey.of("spec2", "data", "code"),
                        RunKey.of("spec", "data2", "code"),
                        RunKey.of("spec", "data", "code2"),
                        RunKey.of("specdata", "", "code")))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.hex().length() == 12);
    }

    @Test
    void damage_anywhere_is_noticed() throws IOException {
        Path file = sweep(1, 64, List.of("x")).resolve(RunFolder.RESULTS);
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 9, 25, 31, 40, 50, 60, 70, 1000, whole.length - 5, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(file, damaged);
            assertThatThrownBy(() -> readAll(file)).as("byte %d", at).isInstanceOf(UserError.class);
        }
        for (int length : new int[] {0, 5, 30, 60, 1000, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> readAll(file)).as("length %d", length).isInstanceOf(UserError.class);
        }
        assertThatThrownBy(() -> readAll(file))
                .hasMessageStartingWith("results file " + file + ": the part at byte ")
                .hasMessageEndingWith(" is cut off; run the sweep again");
    }

    private static void readAll(Path file) throws IOException {
        try (ResultsReader reader = ResultsReader.open(file)) {
            while (reader.next().isPresent()) {
                // each frame is checked as it is read
            }
        }
    }

    private Path sweep(int threads, int batch, List<String> symbols) throws IOException {
        try (RunFolder folder = RunFolder.create(runs, "quadratic", KEY, workload.metrics())) {
            for (int group = 0; group < symbols.size(); group++) {
                new SweepExecutor(threads)
                        .run(
                                workload,
                                SweepPlan.withBatchSize(space, batch),
                                folder.sink(group, symbols.get(group), space));
            }
            folder.manifest(Map.of("points", space.size()));
            return folder.publish();
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
