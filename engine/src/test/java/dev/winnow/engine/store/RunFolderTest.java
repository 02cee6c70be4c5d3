package dev.winnow.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import dev.winnow.engine.execute.Progress;
import dev.winnow.engine.execute.Quadratic;
import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
    private static final RunIdentity IDENTITY = identity("spec", "data", "code");

    private final Quadratic workload = new Quadratic(70, 91);
    private final Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");

    @TempDir
    private Path runs;

    private static RunIdentity identity(String spec, String data, String code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("spec.fee", spec);
        fields.put("data.north", data);
        fields.put("code", code);
        return new RunIdentity(fields);
    }

    private ResultsLayout layout(String... symbols) {
        return new ResultsLayout(
                List.of(symbols),
                space.size(),
                space.axes(),
                workload.metrics().stream().map(Metric::name).toList());
    }

    private RunFolder open(Path folder, String... symbols) throws IOException {
        return RunFolder.open(folder, IDENTITY, layout(symbols));
    }

    private void evaluate(RunFolder folder, int threads, int batch, long stopAfter, String... symbols) {
        StopSignal stop = new StopSignal();
        ResultSink stopping = (points, outcome) -> {
            if (folder.stored() >= stopAfter) {
                stop.request();
            }
        };
        for (int group = 0; group < symbols.length && !stop.requested(); group++) {
            SweepPlan left = SweepPlan.withBatchSize(space, batch).from(folder.stored(group));
            new SweepExecutor(threads).run(workload, left, folder.sink(group).andThen(stopping), Progress.NONE, stop);
        }
    }

    /** Goes on in the folder until its end. */
    private Path finish(Path path, int threads, int batch, String... symbols) throws IOException {
        try (RunFolder folder = open(path, symbols)) {
            for (int group = 0; group < symbols.length; group++) {
                folder.replay(group, (points, outcome) -> {});
            }
            evaluate(folder, threads, batch, Long.MAX_VALUE, symbols);
            folder.finish(Map.of());
        }
        return path;
    }

    private Path stopped(Path path, int threads, int batch, long after, String... symbols) throws IOException {
        try (RunFolder folder = open(path, symbols)) {
            evaluate(folder, threads, batch, folder.stored() + after, symbols);
            folder.manifest(RunStatus.INTERRUPTED, Map.of());
        }
        return path;
    }

    private static byte[] results(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("results.bin"));
    }

    private static List<Frame> frames(Path folder) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (ResultsReader reader = ResultsReader.open(folder).orElseThrow()) {
            for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }

    @Test
    void what_was_written_reads_back_to_the_bit_with_its_parameters() throws IOException {
        Path folder = finish(runs.resolve("q"), 2, 50, "north", "south");
        List<Long> seen = new ArrayList<>();
        for (Frame frame : frames(folder)) {
            for (int i = 0; i < frame.count(); i++) {
                double[] point = space.point(frame.first() + i);
                boolean fails = point[0] == point[1];
                double[] plain = fails ? new double[] {Double.NaN, Double.NaN} : Quadratic.plain(point[0], point[1]);
                int row = i;
                assertThat(Arrays.stream(frame.columns()).mapToDouble(column -> column[row]))
                        .containsExactly(point[0], point[1], plain[0], plain[1]);
                assertThat(frame.failures().get(i)).isEqualTo(fails ? "shift equals base " + (long) point[1] : null);
                seen.add(frame.group() * space.size() + frame.first() + i);
            }
        }
        assertThat(seen).hasSize((int) (2 * space.size())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_results_file_tells_what_its_columns_mean() throws IOException {
        Path folder = finish(runs.resolve("q"), 1, 50, "north");
        try (ResultsReader reader = ResultsReader.open(folder).orElseThrow()) {
            assertThat(reader.layout()).isEqualTo(layout("north"));
        }
    }

    @Test
    void equal_results_are_equal_bytes_whatever_the_threads_batches_and_stops() throws IOException {
        String[] symbols = {"north", "south"};
        byte[] results = results(finish(runs.resolve("whole"), 1, 64, symbols));
        byte[] failures = Files.readAllBytes(runs.resolve("whole").resolve(RunFolder.FAILURES));
        Random random = new Random(1);
        for (int threads : new int[] {1, 2, 4}) {
            for (int batch : new int[] {1, 13, 1000, 4096, 5000, 9000}) {
                Path path = runs.resolve("q-" + threads + "-" + batch);
                for (int stops = random.nextInt(4); stops > 0; stops--) {
                    stopped(path, 1 + random.nextInt(4), 1 + random.nextInt(5000), random.nextInt(4000), symbols);
                }
                finish(path, threads, batch, symbols);
                assertThat(path.resolve("results.bin")).hasBinaryContent(results);
                assertThat(path.resolve(RunFolder.FAILURES)).hasBinaryContent(failures);
            }
        }
    }

    @Test
    void a_run_goes_on_after_the_last_batch_it_has_accepted_without_evaluating_that_again() throws IOException {
        Path path = stopped(runs.resolve("q"), 1, 37, 5000, "north", "south");
        try (RunFolder folder = open(path, "north", "south")) {
            assertThat(folder.stored()).isEqualTo(folder.stored(0)).isGreaterThanOrEqualTo(5000);
            assertThat(folder.stored(0) % 37).isZero();
            assertThat(folder.stored(1)).isZero();
            List<Long> replayed = new ArrayList<>();
            folder.replay(0, (points, outcome) -> replayed.add(points.first() + points.count()));
            assertThat(replayed.getLast()).isEqualTo(folder.stored());
        }
    }

    @Test
    void what_was_accepted_is_there_though_nothing_was_closed() throws IOException {
        Path path = runs.resolve("q");
        Path copy = Files.createDirectory(runs.resolve("copy"));
        try (RunFolder folder = open(path, "north")) {
            evaluate(folder, 1, 100, 5000, "north");
            for (String file : List.of("results.part", "results.tail")) {
                Files.copy(path.resolve(file), copy.resolve(file));
            }
            assertThat(frames(copy).stream().mapToLong(Frame::count).sum()).isEqualTo(folder.stored());
        }
    }

    @Test
    void a_tail_that_the_results_have_overtaken_is_passed_over() throws IOException {
        Path path = stopped(runs.resolve("q"), 1, 100, 3000, "north");
        byte[] tail = Files.readAllBytes(path.resolve("results.tail"));
        stopped(path, 1, 100, 1500, "north");
        long stored = frames(path).stream().mapToLong(Frame::count).sum();
        byte[] newer = Files.readAllBytes(path.resolve("results.tail"));
        byte[] both = Arrays.copyOf(tail, tail.length + newer.length);
        System.arraycopy(newer, 0, both, tail.length, newer.length);
        Files.write(path.resolve("results.tail"), both);
        assertThat(frames(path).stream().mapToLong(Frame::count).sum()).isEqualTo(stored);
    }

    @Test
    void what_is_cut_off_or_damaged_is_evaluated_again_and_nothing_else() throws IOException {
        String[] symbols = {"north", "south"};
        byte[] whole = results(finish(runs.resolve("whole"), 1, 64, symbols));
        Random random = new Random(2);
        for (int round = 0; round < 40; round++) {
            Path path = runs.resolve("q" + round);
            stopped(path, 2, 100, 1000 + random.nextInt(9000), symbols);
            long stored = frames(path).stream().mapToLong(Frame::count).sum();
            damage(path.resolve(random.nextBoolean() ? "results.part" : "results.tail"), random);
            try (RunFolder folder = open(path, symbols)) {
                assertThat(folder.stored()).isLessThanOrEqualTo(stored);
            } catch (UserError header) {
                assertThat(header).hasMessageContaining("--force-new");
                continue;
            }
            assertThat(results(finish(path, 2, 33, symbols))).isEqualTo(whole);
        }
    }

    private static void damage(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            return;
        }
        if (random.nextBoolean()) {
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        } else {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        }
    }

    @Test
    void damage_anywhere_in_finished_results_is_noticed() throws IOException {
        Path path = finish(runs.resolve("q"), 1, 64, "north");
        byte[] whole = results(path);
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            damage(path.resolve("results.bin"), random);
            boolean sound;
            try (ResultsReader reader = ResultsReader.open(path).orElse(null)) {
                while (reader != null && reader.next().isPresent()) {
                    // each frame is checked as it is read
                }
                sound = reader != null && reader.complete();
            } catch (UserError header) {
                sound = false;
            }
            assertThat(sound).as("round %d", round).isFalse();
            Files.write(path.resolve("results.bin"), whole);
        }
    }

    @Test
    void each_failure_is_a_line_with_its_parameters_and_cause() throws IOException {
        Path folder = finish(runs.resolve("q"), 2, 64, "sp\"500");
        List<String> lines = Files.readAllLines(folder.resolve(RunFolder.FAILURES));
        assertThat(lines).hasSize(70);
        assertThat(lines.get(2))
                .isEqualTo("{\"symbol\":\"sp\\\"500\",\"point\":184,\"parameters\":{\"shift\":2,\"base\":2},"
                        + "\"cause\":\"shift equals base 2\"}");
    }

    @Test
    void the_manifest_reads_as_it_was_given() throws IOException {
        try (RunFolder folder = open(runs.resolve("m"), "north")) {
            evaluate(folder, 1, 64, 1, "north");
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("points", 7L);
            facts.put("seconds", 0.5);
            facts.put("whole", 3.0);
            facts.put("undefined", Double.NaN);
            facts.put("symbols", List.of("a", "b"));
            folder.manifest(RunStatus.RUNNING, Map.of("points", 6));
            folder.manifest(RunStatus.INTERRUPTED, facts);
        }
        assertThat(runs.resolve("m/run.json")).hasContent("""
                            {
                              "run" : "m",
                              "status" : "interrupted",
                              "points" : 7,
                              "seconds" : 0.5,
                              "whole" : 3,
                              "undefined" : null,
                              "symbols" : [
                                "a",
                                "b"
                              ],
                              "identity" : {
                                "spec.fee" : "spec",
                                "data.north" : "data",
                                "code" : "code"
                              }
                            }
                            """);
        assertThat(new RunCatalog(runs).find("m").identity()).isEqualTo(IDENTITY);
    }

    @Test
    void a_changed_spec_data_or_code_is_refused_by_name_and_changes_nothing() throws IOException {
        Path path = stopped(runs.resolve("q"), 1, 64, 4500, "north");
        byte[] before = Files.readAllBytes(path.resolve("results.part"));
        assertThatThrownBy(() -> RunFolder.open(path, identity("fee2", "data", "code"), layout("north")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("spec.fee was spec and is fee2");
        assertThatThrownBy(() -> RunFolder.open(path, identity("spec", "data2", "code2"), layout("north")))
                .isInstanceOf(UserError.class)
                .satisfies(error -> assertThat(((UserError) error).problems())
                        .hasSize(2)
                        .anySatisfy(line -> assertThat(line).contains("data.north was data and is data2"))
                        .anySatisfy(line -> assertThat(line).contains("code was code and is code2")));
        assertThat(path.resolve("results.part")).hasBinaryContent(before);
    }

    @Test
    void a_folder_has_one_writer_and_the_other_is_told_which() throws IOException {
        Path path = runs.resolve("q");
        try (RunFolder folder = open(path, "north")) {
            evaluate(folder, 1, 64, 1, "north");
            folder.manifest(RunStatus.RUNNING, Map.of());
            assertThatThrownBy(() -> open(path, "north"))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ";")
                    .hasMessageContaining("--force-new");
            StoredRun run = new RunCatalog(runs).find("q");
            assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
            assertThatThrownBy(() -> RunCatalog.remove(run)).isInstanceOf(UserError.class);
        }
        assertThat(new RunCatalog(runs).find("q").status()).isEqualTo(RunStatus.INTERRUPTED);
        open(path, "north").close();
    }

    @Test
    void a_run_without_a_point_leaves_nothing() throws IOException {
        open(runs.resolve("q"), "north").close();
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void a_finished_run_keeps_no_checkpoint() throws IOException {
        Path path = stopped(runs.resolve("q"), 1, 64, 100, "north");
        finish(path, 1, 64, "north");
        try (Stream<Path> files = Files.list(path)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.json", "results.bin", "failures.jsonl", "lock");
        }
    }

    @Test
    void a_run_that_died_between_its_results_and_its_manifest_only_has_to_be_opened() throws IOException {
        Path path = finish(runs.resolve("q"), 1, 64, "north");
        byte[] whole = results(path);
        try (RunFolder folder = open(path, "north")) {
            assertThat(folder.stored()).isEqualTo(space.size());
        }
        try (RunFolder folder = open(path, "north")) {
            folder.finish(Map.of());
        }
        assertThat(results(path)).isEqualTo(whole);
    }

    @Test
    void a_run_beside_another_gets_the_next_number() throws IOException {
        Path folder = runs.resolve("sub").resolve("q");
        assertThat(RunFolder.beside(folder)).isEqualTo(folder);
        assertThat(RunFolder.beside(folder)).isEqualTo(runs.resolve("sub").resolve("q-2"));
        assertThat(RunFolder.beside(folder)).isEqualTo(runs.resolve("sub").resolve("q-3"));
    }

    @Test
    void a_name_never_leaves_the_folder_of_runs() {
        String key = IDENTITY.key();
        assertThat(RunFolder.path(runs, "../../etc", IDENTITY)).isEqualTo(runs.resolve("etc-" + key));
        assertThat(RunFolder.path(runs, "--set x", IDENTITY)).isEqualTo(runs.resolve("set-x-" + key));
        assertThat(RunFolder.path(runs, "-.-", IDENTITY)).isEqualTo(runs.resolve("run-" + key));
        assertThat(RunFolder.path(runs, "", IDENTITY)).isEqualTo(runs.resolve("run-" + key));
        assertThat(RunFolder.path(runs, "sma-cross_2", IDENTITY)).isEqualTo(runs.resolve("sma-cross_2-" + key));
    }

    @Test
    void keys_differ_when_spec_data_or_code_differ() {
        assertThat(Stream.of(
                                IDENTITY,
                                identity("spec2", "data", "code"),
                                identity("spec", "data2", "code"),
                                identity("spec", "data", "code2"),
                                identity("specdata", "", "code"))
                        .map(RunIdentity::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[0-9a-f]{12}"));
    }

    @Test
    void a_run_is_found_by_name_or_path_and_a_wrong_name_is_told_with_what_was_meant() throws IOException {
        Path path = finish(runs.resolve("sma-cross"), 1, 64, "north");
        RunCatalog catalog = new RunCatalog(runs);
        assertThat(catalog.all()).extracting(StoredRun::name).containsExactly("sma-cross");
        assertThat(catalog.find(path.toString()).folder()).isEqualTo(path);
        assertThatThrownBy(() -> catalog.find("sma-crass"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no such run")
                .hasMessageContaining("did you mean 'sma-cross'?");
        RunCatalog.remove(catalog.find("sma-cross"));
        assertThat(runs).isEmptyDirectory();
        assertThat(catalog.all()).isEmpty();
        assertThat(new RunCatalog(runs.resolve("nowhere")).all()).isEmpty();
    }
}
