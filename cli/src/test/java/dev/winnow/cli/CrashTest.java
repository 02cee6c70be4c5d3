package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps in processes of their own that die at random moments. {@code -Dwinnow.kills=N} sets how many do,
 * {@code -Dwinnow.seed=N} when; {@code .ci/crash} runs the long form.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent by kill")
class CrashTest {
    private static final int KILLS = Integer.getInteger("winnow.kills", 5);
    private static final long SEED = Long.getLong("winnow.seed", 1);

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void write_a_spec_with_some_failing_points() throws IOException {
        spec = Files.writeString(folder.resolve("crash.yaml"), """
                data: { synthetic: { bars: 3000 } }
                parameters:
                  fast: [2, 3, 4, 5, 6, 7, 7.5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]
                  slow: { from: 26, to: 1025, step: 1 }
                strategy: { enter-long: "sma(close, fast) > sma(close, slow)", exit-long: "close < sma(close, fast)" }
                objective: { maximize: sharpe }
                """);
    }

    private List<String> sweep(Path runs, String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", spec.toString(), "--out", runs.toString()));
        words.addAll(List.of(more));
        return words;
    }

    private Path whole() throws IOException, InterruptedException {
        Path runs = folder.resolve("whole");
        assertThat(ChildProcess.start(folder, sweep(runs)).end().code()).isEqualTo(1); // some points fail
        return only(runs);
    }

    /** The one run of the folder. */
    private static Path only(Path runs) throws IOException {
        return begun(runs).orElseThrow();
    }

    /** The same, empty before it is there. */
    private static Optional<Path> begun(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (var entries = Files.list(runs)) {
            return entries.reduce((a, b) -> {
                throw new AssertionError("two runs in " + runs);
            });
        }
    }

    /** Points that can be read of the run: consecutive from the first on, or the reader would not give them. */
    private static long stored(Path runs) throws IOException {
        Optional<Path> run = begun(runs);
        if (run.isEmpty()) {
            return 0;
        }
        try (ResultsReader reader = ResultsReader.open(run.get()).orElse(null)) {
            long points = 0;
            if (reader != null) {
                for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
                    points += next.get().count();
                }
            }
            return points;
        }
    }

    /** Waits for a random moment, mostly of those in which the child writes; whether it ended before. */
    private static boolean endsBefore(Random random, ChildProcess child, Path runs)
            throws IOException, InterruptedException {
        if (random.nextInt(5) == 0) {
            return child.endsWithin(random.nextInt(1500));
        }
        while (!holder(runs).equals(Long.toString(child.process().pid()))) {
            if (child.endsWithin(1)) {
                return true;
            }
        }
        return child.endsWithin(random.nextInt(1000));
    }

    /** What the lock of the run says, empty before there is one. */
    private static String holder(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return "";
        }
        try (var entries = Files.list(runs)) {
            Path lock = entries.findFirst().map(run -> run.resolve("lock")).orElse(runs);
            return Files.isRegularFile(lock) ? Files.readString(lock) : "";
        }
    }

    private static void requireEqual(Path run, Path whole) {
        assertThat(run.resolve("results.bin")).hasSameBinaryContentAs(whole.resolve("results.bin"));
        assertThat(run.resolve("failures.jsonl")).hasSameBinaryContentAs(whole.resolve("failures.jsonl"));
    }

    @Test
    void a_killed_sweep_loses_no_point_that_was_written_and_ends_as_if_it_had_not_been_killed()
            throws IOException, InterruptedException {
        Path whole = whole();
        Random random = new Random(SEED);
        System.out.println("seed " + SEED + ", " + KILLS + " kills; points kept at each:");
        int kills = 0;
        for (int run = 1; kills < KILLS; run++) {
            Path runs = folder.resolve("runs-" + run);
            long kept = 0;
            boolean alive = true;
            while (alive) {
                String threads = Integer.toString(1 + random.nextInt(4));
                String batch = Integer.toString(1 + random.nextInt(200));
                ChildProcess child = ChildProcess.start(folder, sweep(runs, "--threads", threads, "--batch", batch));
                alive = kills < KILLS && !endsBefore(random, child, runs);
                if (alive) {
                    child.kill();
                    kills++;
                    long now = stored(runs);
                    System.out.println("  " + now);
                    assertThat(now).as("points kept").isGreaterThanOrEqualTo(kept);
                    kept = now;
                } else {
                    assertThat(child.end().code()).as(child.end().err()).isEqualTo(1);
                }
            }
            requireEqual(only(runs), whole);
            assertThat(stored(runs)).isEqualTo(25_000);
        }
    }

    @Test
    void an_interrupted_sweep_says_how_to_go_on_and_going_on_ends_the_same() throws IOException, InterruptedException {
        Path whole = whole();
        Path runs = folder.resolve("runs");
        ChildProcess child = ChildProcess.start(folder, sweep(runs, "--batch", "10", "--threads", "1"));
        while (stored(runs) == 0 && !child.endsWithin(1)) {
            // not one point is written yet
        }
        child.interrupt();
        CommandRun run = child.end();
        assertThat(run.code()).as(run.err()).isEqualTo(130);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("stopping: the batches in flight are finished first")
                .contains("of 25,000 points are kept in " + only(runs))
                .contains("go on with: winnow " + String.join(" ", sweep(runs, "--batch", "10", "--threads", "1"))
                        + " --resume\n");
        long kept = stored(runs);
        assertThat(kept).isPositive().isLessThan(25_000);
        CommandRun resumed = CommandRun.of(sweep(runs, "--resume").toArray(String[]::new));
        assertThat(resumed.out()).contains(String.format("%,d points kept from before", kept));
        requireEqual(only(runs), whole);
    }

    @Test
    void of_two_sweeps_at_once_one_writes_and_the_other_says_which() throws IOException, InterruptedException {
        Path whole = whole();
        Path runs = folder.resolve("runs");
        ChildProcess one = ChildProcess.start(folder, sweep(runs, "--threads", "1"));
        ChildProcess two = ChildProcess.start(folder, sweep(runs, "--threads", "1"));
        List<CommandRun> ends = List.of(one.end(), two.end());
        assertThat(ends).anySatisfy(end -> assertThat(end.code()).isEqualTo(1));
        for (CommandRun end : ends) {
            if (end.code() == 2) {
                assertThat(end.err())
                        .containsPattern("run \\S+ is being written by process ("
                                + one.process().pid() + "|" + two.process().pid()
                                + "); wait for that, or sweep beside it with --force-new");
            } else {
                assertThat(end.code()).as(end.err()).isEqualTo(1);
            }
        }
        requireEqual(only(runs), whole);
    }
}
