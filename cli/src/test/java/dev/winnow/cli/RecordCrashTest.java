package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Recordings in processes of their own that die at random moments; {@code -Dwinnow.seed=N} sets when. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent by kill")
class RecordCrashTest {
    private static final int KILLS = 3;
    private static final long SEED = Long.getLong("winnow.seed", 1);

    @TempDir
    private Path folder;

    private List<String> words(String to) throws IOException {
        Path spec = Files.writeString(folder.resolve("crash.yaml"), """
                data: { synthetic: { bars: 3000 } }
                strategies:
                  trend:
                    parameters: { fast: { from: 2, to: 21, step: 1 }, slow: { from: 26, to: 275, step: 1 } }
                    enter-long: sma(close, fast) > sma(close, slow)
                    exit-long: close < sma(close, fast)
                  fade: { parameters: { w: { from: 2, to: 201, step: 1 } }, score: "(50 - rsi(close, w)) / 50" }
                """);
        return List.of("record", spec.toString(), "-o", folder.resolve(to).toString(), "--threads", "1");
    }

    /** Waits until so many bytes are there; whether the child ended before. */
    private boolean endsBefore(ChildProcess child, String to, long bytes) throws IOException, InterruptedException {
        Path file = folder.resolve(to).resolve("signals.bin");
        while (!Files.exists(file) || Files.size(file) < bytes) {
            if (child.endsWithin(1)) {
                return true;
            }
        }
        return false;
    }

    private long kept(String to) {
        try (Recording recording = Recording.open(folder.resolve(to))) {
            return recording.kept();
        }
    }

    @Test
    void a_killed_or_interrupted_recording_is_gone_on_with_and_ends_with_the_same_bytes()
            throws IOException, InterruptedException {
        CommandRun whole = ChildProcess.start(folder, words("whole")).end();
        assertThat(whole.code()).as(whole.err()).isZero();
        long bytes = Files.size(folder.resolve("whole/signals.bin"));
        Random random = new Random(SEED);
        System.out.println("seed " + SEED + ", " + KILLS + " kills; settings kept at each:");
        long least = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            ChildProcess child = ChildProcess.start(folder, words("killed"));
            if (endsBefore(child, "killed", bytes * kill / KILLS + random.nextLong(bytes / KILLS))) {
                break; // a slow look at its file
            }
            child.kill();
            long kept = kept("killed");
            System.out.println("  " + kept);
            assertThat(kept).isGreaterThanOrEqualTo(least);
            least = kept;
        }
        ChildProcess child = ChildProcess.start(folder, words("killed"));
        assertThat(child.end().code()).isZero();
        assertThat(folder.resolve("killed/signals.bin")).hasSameBinaryContentAs(folder.resolve("whole/signals.bin"));
    }

    @Test
    void an_interrupted_recording_says_how_to_go_on() throws IOException, InterruptedException {
        ChildProcess child = ChildProcess.start(folder, words("signals"));
        assertThat(endsBefore(child, "signals", 20_000)).isFalse();
        child.interrupt();
        CommandRun run = child.end();
        assertThat(run.code()).as(run.err()).isEqualTo(130);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("of 5,200 settings are kept in " + folder.resolve("signals"))
                .contains("go on with: winnow " + String.join(" ", words("signals")));
        assertThat(kept("signals")).isPositive().isLessThan(5_200);
    }
}
