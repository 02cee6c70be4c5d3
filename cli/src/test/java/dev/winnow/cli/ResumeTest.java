package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.version.Version;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final Path EXAMPLE = Path.of("../configs/examples/sma-cross.yaml");

    @TempDir
    private Path folder;

    private static CommandRun sweep(Path spec, Path runs, String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", spec.toString(), "--out", runs.toString()));
        words.addAll(Arrays.asList(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private static List<Path> entries(Path runs) throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.sorted().toList();
        }
    }

    private static Path only(Path runs) throws IOException {
        assertThat(entries(runs)).hasSize(1);
        return entries(runs).getFirst();
    }

    /** Makes a complete run look as if it had been killed after its first frame. */
    private static Path cut(Path run) throws IOException {
        byte[] results = Files.readAllBytes(run.resolve("results.bin"));
        Files.delete(run.resolve("results.bin"));
        Files.write(run.resolve("results.part"), Arrays.copyOf(results, results.length - 1));
        Path manifest = run.resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\"", "\"running\""));
        return run;
    }

    @Test
    void the_same_command_again_prints_the_complete_run_and_evaluates_nothing() throws IOException {
        CommandRun first = sweep(EXAMPLE, folder);
        Path run = only(folder);
        byte[] log = Files.readAllBytes(run.resolve("log"));
        CommandRun again = sweep(EXAMPLE, folder, "--threads", "1");
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err())
                .isEqualTo("run " + run
                        + " is complete already: printed from its folder; --force-new evaluates it anew\n");
        assertThat(sweep(EXAMPLE, folder, "--resume").out()).isEqualTo(first.out());
        assertThat(run.resolve("log")).hasBinaryContent(log);
    }

    @Test
    void the_same_command_again_goes_on_with_an_unfinished_run() throws IOException {
        CommandRun first = sweep(EXAMPLE, folder, "--output", "csv", "--top", "all");
        byte[] whole = Files.readAllBytes(only(folder).resolve("results.bin"));
        for (String more : new String[] {
            "--threads=1", "--resume", "--resume=" + only(folder).getFileName()
        }) {
            cut(only(folder));
            CommandRun again = sweep(EXAMPLE, folder, "--output", "csv", "--top", "all", more);
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.out()).isEqualTo(first.out());
            assertThat(only(folder).resolve("results.bin")).hasBinaryContent(whole);
            assertThat(only(folder).resolve("log")).content().contains("begins with 4096 points kept");
        }
    }

    @Test
    void force_new_evaluates_beside_the_old_run() throws IOException {
        sweep(EXAMPLE, folder);
        Path old = only(folder);
        CommandRun anew = sweep(EXAMPLE, folder, "--force-new");
        assertThat(anew.code()).isZero();
        Path beside = folder.resolve(old.getFileName() + "-2");
        assertThat(anew.out()).contains("run        " + beside);
        assertThat(beside.resolve("results.bin")).hasSameBinaryContentAs(old.resolve("results.bin"));
        assertThat(sweep(EXAMPLE, folder, "--force-new", "--resume").code()).isEqualTo(2);
    }

    @Test
    void a_changed_setting_is_refused_by_name() throws IOException {
        sweep(EXAMPLE, folder);
        Path run = cut(only(folder));
        for (String resume : new String[] {"--resume", "--resume=" + run.getFileName()}) {
            CommandRun refused = sweep(EXAMPLE, folder, "--set", "execution.fee=7 bps", resume);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .isEqualTo("run " + run + " cannot be resumed: spec.execution.fee was 5 bps and is 7 bps;"
                            + " sweep without --resume, or with --force-new, for a run of its own\n");
        }
        assertThat(entries(folder)).containsExactly(run);
    }

    @Test
    void changed_bars_and_changed_code_are_refused_by_name() throws IOException {
        Path bars = folder.resolve("bars.csv");
        Files.copy(Path.of("../testdata/sp500-1d.csv"), bars);
        Path spec = Files.writeString(
                folder.resolve("spec.yaml"),
                Files.readString(EXAMPLE).replace("../../testdata/sp500-1d.csv", "bars.csv"));
        Path runs = folder.resolve("runs");
        sweep(spec, runs);
        Path run = cut(only(runs));
        List<String> lines = Files.readAllLines(bars);
        Files.write(bars, lines.subList(0, lines.size() - 1));
        assertThat(sweep(spec, runs, "--resume").err())
                .containsPattern("cannot be resumed: data.bars was [0-9a-f]{64} and is [0-9a-f]{64};");
        Files.write(bars, lines);
        Path manifest = run.resolve("run.json");
        String code = new Version().code();
        Files.writeString(manifest, Files.readString(manifest).replace(code, code.replace(code.charAt(0), '_')));
        CommandRun refused = sweep(spec, runs);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("cannot be resumed: code was _").contains(" and is " + code);
    }

    @Test
    void the_code_of_a_run_is_the_digest_of_its_classes() throws Exception {
        assertThat(new Version().code())
                .isEqualTo(
                        CodeDigest.of(dev.winnow.engine.space.Space.class, dev.winnow.replay.BacktestWorkload.class));
    }

    @Test
    void nothing_to_resume_is_told() {
        CommandRun run = sweep(EXAMPLE, folder, "--resume");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("--resume: there is no run of 'sma-cross' in " + folder + "; leave it out to begin one\n");
        assertThat(sweep(EXAMPLE, folder, "--resume=sma").err()).startsWith("run 'sma': no such run in " + folder);
    }

    @Test
    void damage_in_a_complete_run_is_told_and_resume_repairs_it() throws IOException {
        CommandRun first = sweep(EXAMPLE, folder, "--output=csv");
        Path results = only(folder).resolve("results.bin");
        byte[] whole = Files.readAllBytes(results);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 4;
        Files.write(results, flipped);
        CommandRun damaged = sweep(EXAMPLE, folder);
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err())
                .contains("its results are damaged at byte ")
                .contains("winnow sweep with --resume evaluates the rest of them again");
        CommandRun repaired = sweep(EXAMPLE, folder, "--output=csv", "--resume");
        assertThat(repaired.out()).isEqualTo(first.out());
        assertThat(results).hasBinaryContent(whole);
    }

    @Test
    void a_run_that_another_process_writes_is_left_to_that() throws IOException, InterruptedException {
        sweep(EXAMPLE, folder);
        Path run = cut(only(folder));
        Path part = run.resolve("results.part");
        byte[] before = Files.readAllBytes(part);
        // the lock is of this process: the sweep has to be another
        try (var lock = new java.io.RandomAccessFile(run.resolve("lock").toFile(), "rw");
                FileLock held = lock.getChannel().lock()) {
            assertThat(held.isValid()).isTrue();
            lock.write("4711".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            CommandRun refused = ChildProcess.start(
                            folder, List.of("sweep", EXAMPLE.toString(), "--out", folder.toString()))
                    .end();
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .endsWith("run " + run + " is being written by process 4711;"
                            + " wait for that, or sweep beside it with --force-new\n");
        }
        assertThat(part).hasBinaryContent(before);
    }

    @Test
    void a_full_disk_is_told_in_one_line_and_what_was_kept_is_gone_on_with() throws IOException, InterruptedException {
        sweep(EXAMPLE, folder.resolve("whole"));
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "376k")) {
            Path runs = disk.folder().resolve("runs");
            CommandRun full = sweep(EXAMPLE, runs);
            assertThat(full.code()).isEqualTo(2);
            assertThat(full.out()).isEmpty();
            assertThat(full.err())
                    .isEqualTo("run " + only(runs) + " cannot be kept (No space left on device); make room,"
                            + " or name another folder by --out; what was kept before stays for --resume\n");
            disk.remount("size=4m");
            CommandRun resumed = sweep(EXAMPLE, runs, "--resume");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(resumed.out()).contains("kept from before");
            assertThat(only(runs).resolve("results.bin"))
                    .hasSameBinaryContentAs(only(folder.resolve("whole")).resolve("results.bin"));
        }
    }

    @Test
    void a_read_only_folder_is_told_in_one_line_and_what_is_there_can_be_printed()
            throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "8m")) {
            Path runs = disk.folder().resolve("runs");
            CommandRun first = sweep(EXAMPLE, runs);
            disk.remount("ro");
            assertThat(sweep(EXAMPLE, runs).out()).isEqualTo(first.out());
            CommandRun refused = sweep(EXAMPLE, runs, "--set", "execution.fee=0");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .startsWith("run " + runs + "/sma-cross-")
                    .contains("Read-only file system")
                    .hasLineCount(1);
            assertThat(sweep(EXAMPLE, runs, "--force-new").err())
                    .contains("Read-only file system")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_manifest_that_cannot_be_read_is_told_in_one_line() throws IOException {
        sweep(EXAMPLE, folder);
        for (String manifest : List.of("{", "{\"name\":\"of another version\"}")) {
            Files.writeString(only(folder).resolve("run.json"), manifest);
            CommandRun run = sweep(EXAMPLE, folder);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("its run.json cannot be read").hasLineCount(1);
        }
    }

    @Test
    void what_keeping_a_run_costs_can_be_timed_and_leaves_nothing() {
        CommandRun run = CommandRun.of("bench", "durability", EXAMPLE.toString(), "--rounds", "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(line -> line.substring(0, 8).strip()))
                .containsExactly("not kept", "kept", "ratio");
        assertThat(CommandRun.of("bench", "durability", EXAMPLE.toString(), "--rounds", "0")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void what_further_threads_bring_can_be_timed_and_drawn_and_leaves_nothing() throws IOException {
        Path page = folder.resolve("threads.html");
        CommandRun run = CommandRun.of(
                "bench",
                "threads",
                EXAMPLE.toString(),
                "--threads",
                "2,1",
                "--rounds",
                "1",
                "--report",
                page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.getFirst()).startsWith("sma-cross: 6,055 points, kept in a run folder; median of 1 rounds");
        assertThat(lines.subList(3, 5).stream().map(line -> line.strip().substring(0, 1)))
                .containsExactly("2", "1");
        assertThat(lines.get(3)).contains(" 1.00x ");
        assertThat(Files.readString(page)).contains("Sweeps of sma-cross").contains("By threads");
        assertThat(CommandRun.of("bench", "threads", EXAMPLE.toString(), "--threads", "1,0"))
                .isEqualTo(new CommandRun(2, "", "--threads 0 is below 1; give numbers of worker threads, like 1,2\n"));
    }

    @Test
    void what_the_engine_itself_costs_a_point_can_be_timed() {
        CommandRun run = CommandRun.of("bench", "engine", "--points", "20000", "--rounds", "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("20,000 points of 3 parameters and 4 metrics")
                .contains("ranked and kept");
        assertThat(CommandRun.of("bench", "engine", "--points", "7"))
                .isEqualTo(new CommandRun(2, "", "--points 7 is below 20000, the least that this sweep has\n"));
    }

    @Test
    void a_run_may_be_moved_and_resumed_where_it_is() throws IOException {
        sweep(EXAMPLE, folder.resolve("a"));
        Path run = cut(only(folder.resolve("a")));
        Path moved = folder.resolve("elsewhere");
        Files.move(run, moved, StandardCopyOption.ATOMIC_MOVE);
        CommandRun resumed = sweep(EXAMPLE, folder.resolve("a"), "--resume=" + moved);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(moved.resolve("results.bin")).exists();
    }
}
