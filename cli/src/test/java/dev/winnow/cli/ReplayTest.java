package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingWriter;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String STRATEGIES = """
            data: { synthetic: { bars: 900, seed: 3, volatility: 0.4 } }
            strategies:
              trend:
                parameters: { fast: [3, 5, 10], slow: [20, 40] }
                enter-long: crosses_above(sma(close, fast), sma(close, slow))
                exit-long: crosses_below(sma(close, fast), sma(close, slow))
              swing:
                parameters: { w: [7, 14] }
                enter-long: rsi(close, w) < 35
                exit-long: rsi(close, w) > 60
                enter-short: rsi(close, w) > 70
                exit-short: rsi(close, w) < 50
              mood:
                parameters: { w: [7, 21] }
                score: (50 - rsi(close, w)) / 30
            """;

    private static final String REPLAY = """
            name: mix
            signals: { path: kept, select: { by: sharpe, per-strategy: 2 } }
            weights: { simplex: { step: 0.25 } }
            thresholds: { enter: [0.25, 0.5], exit: [0, 0.25, -0.1] }
            execution: { fee: [1 bps, 10 bps], stop-loss: [none, 0.03] }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void record() throws IOException {
        CommandRun record = CommandRun.of("record", spec("strategies", STRATEGIES), "-o", folder + "/kept");
        assertThat(record.code()).as(record.err()).isZero();
    }

    private String spec(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
    }

    private CommandRun replay(String text, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "replay", spec("replay", text), "--out", folder.resolve("runs").toString()));
        words.addAll(Arrays.asList(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private Path run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    @Test
    void a_replay_is_ranked_proved_and_kept() throws IOException {
        CommandRun replay = replay(REPLAY, "--top", "3");
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out())
                .contains("trend_1  trend_2  swing_1  swing_2  mood_1  mood_2  enter  exit", "stop_loss  ")
                .contains("trend_1 is trend fast=", "mood_1 is mood w=")
                .contains("selected on these same bars");
        assertThat(replay.err()).startsWith("proof: 5 random points equal their full backtests");
        assertThat(Files.readString(run().resolve("run.json"))).contains("\"proof\" : {", "\"points\" : 5");
        // 126 weights of 6 signals in quarters; of 2 x 3 thresholds one is no exit below its enter; 2 fees, 2 stops
        assertThat(replay.out()).contains(String.format("%,d points", 126 * 5 * 4));
    }

    @Test
    void every_way_to_combine_is_the_full_backtest() throws IOException {
        List<String> combine = List.of(
                "combine: any",
                "combine: all",
                "combine: { vote: [1, 2, 3] }",
                "combine: best-of",
                "combine: { best-of: { window: [5, 50], by: sharpe } }\nthresholds: { enter: [0.3, 0.6] }",
                "weights: { dirichlet: { count: 20, seed: 4 } }\nthresholds: { enter: { from: 0.1, to: 0.5, step: 0.1 } }",
                "weights: { ranges: { trend: [0, 1], swing: { from: -1, to: 1, step: 1 }, mood: [0.5, 2] } }",
                "weights: [[1, 2, 3], [1, -1, 0.5]]",
                "weights: { vectors: [[0.3, 0.3, 0.3]], scale: none }\nthresholds: { enter: 0.25, exit: -0.2 }");
        List<String> around = List.of(
                "",
                "regime: close > sma(close, 50)\n",
                "parameters: { n: [20, 60] }\nregime: rising(close, n) or close > sma(close, n)\n",
                "execution: { trailing: [none, 0.05], slippage: 2 bps, fraction: 0.5 }\n",
                "execution: { fill: close, take-profit: [0.02, 0.04], lot: 1, borrow: 2 % }\n");
        Random random = new Random(11);
        for (String way : combine) {
            String text = "signals: { path: kept }\n" + way + "\n" + around.get(random.nextInt(around.size()));
            CommandRun replay = replay(text, "--prove", "25");
            assertThat(replay.code()).as(text + replay.err()).isZero();
            assertThat(replay.err()).as(text).contains("proof: 25 random points equal");
        }
    }

    @Test
    void a_tampered_recording_is_found_out() throws IOException {
        Path forged = folder.resolve("forged");
        try (Recording kept = Recording.open(folder.resolve("kept"));
                RecordingWriter writer = RecordingWriter.open(forged, kept.head())) {
            writer.times(kept.time(0));
            for (int i = 0; i < kept.size(); i++) {
                writer.append(writer.encode(kept.setting(i), late(kept.signal(i))));
            }
        }
        CommandRun replay = replay("signals: { path: forged, strategies: [trend] }\nthresholds: { exit: 0.1 }");
        assertThat(replay.code()).isEqualTo(1);
        assertThat(replay.err())
                .contains("proof: the replay is not the full backtest: ", "at bar ", "the replay decides ")
                .contains("of the full backtest", "nothing was evaluated");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    /** The same planes a bar later. */
    private static Signal late(Signal signal) {
        return signal instanceof Signal.Planes(DecisionPlanes planes)
                ? new Signal.Planes(new DecisionPlanes(
                        planes.bars(),
                        late(planes.enterLong(), planes.bars()),
                        late(planes.exitLong(), planes.bars()),
                        late(planes.enterShort(), planes.bars()),
                        late(planes.exitShort(), planes.bars())))
                : signal;
    }

    private static long[] late(long[] plane, int bars) {
        long[] moved = new long[plane.length];
        for (int t = 1; t < bars; t++) {
            moved[t >> 6] |= (plane[(t - 1) >> 6] >>> (t - 1) & 1) << t;
        }
        return moved;
    }

    @Test
    void neither_threads_nor_batches_nor_a_stop_show_in_the_results() throws IOException {
        assertThat(replay(REPLAY, "--threads", "1", "--batch", "7").code()).isZero();
        Path run = run();
        byte[] whole = Files.readAllBytes(run.resolve("results.bin"));
        assertThat(replay(REPLAY, "--threads", "3", "--batch", "1000", "--force-new")
                        .code())
                .isZero();
        assertThat(folder.resolve("runs").resolve(run.getFileName() + "-2").resolve("results.bin"))
                .hasBinaryContent(whole);
        Files.delete(run.resolve("results.bin"));
        Files.write(run.resolve("results.part"), Arrays.copyOf(whole, whole.length / 2));
        Path manifest = run.resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\"", "\"running\""));
        CommandRun resumed = replay(REPLAY, "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(run.resolve("results.bin")).hasBinaryContent(whole);
    }

    @Test
    void a_run_is_of_its_recording() throws IOException {
        assertThat(replay(REPLAY).code()).isZero();
        Path run = run();
        String other = STRATEGIES.replace("rsi(close, w) < 35", "rsi(close, w) < 36");
        assertThat(CommandRun.of("record", spec("others", other), "-o", folder + "/others")
                        .code())
                .isZero();
        Files.move(folder.resolve("kept"), folder.resolve("former"));
        Files.move(folder.resolve("others"), folder.resolve("kept"));
        CommandRun resumed = replay(REPLAY, "--resume=" + run.getFileName());
        assertThat(resumed.code()).isEqualTo(2);
        assertThat(resumed.err()).contains("cannot be resumed: data.synthetic");
    }

    @Test
    void settings_are_named_by_hand_or_judged_by_an_execution_of_their_own() throws IOException {
        CommandRun byHand = replay(
                "signals: { path: kept, settings: { trend: [{ fast: 5, slow: 40 }, { fast: 3, slow: 20 }], mood: [{ w: 7 }] } }");
        assertThat(byHand.code()).as(byHand.err()).isZero();
        assertThat(byHand.out())
                .contains("trend_2 is trend fast=3 slow=20\n", "mood_1 is mood w=7\n")
                .doesNotContain("selected");
        CommandRun judged = replay("signals: { path: kept, strategies: [swing], execution: { swing: { fee: 5 % } } }");
        CommandRun plain = replay("signals: { path: kept, strategies: [swing] }");
        assertThat(alone(judged)).isLessThan(alone(plain));
    }

    private static double alone(CommandRun run) {
        assertThat(run.code()).as(run.err()).isZero();
        String figure = run.out().substring(run.out().indexOf("alone: ") + 7);
        return Double.parseDouble(figure.substring(0, figure.indexOf(')')));
    }

    @Test
    void a_dry_run_tells_the_signals_and_compares_points_with_the_reference() throws IOException {
        CommandRun dry = replay(REPLAY, "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("2,520 of 3,024 grid points", "oracle: 8 points compared", "trend_1 is trend");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void what_keeping_a_replay_costs_can_be_timed_and_leaves_nothing_but_the_recording_that_was_missing()
            throws IOException {
        Path spec =
                Files.writeString(folder.resolve("replay.yaml"), "signals: { path: made, record: strategies.yaml }\n");
        CommandRun run = CommandRun.of("bench", "durability", spec.toString(), "--rounds", "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(line -> line.substring(0, 8).strip()))
                .containsExactly("not kept", "kept", "ratio");
        assertThat(folder.resolve("made")).isDirectory();
        assertThat(folder.resolve("runs")).doesNotExist();
        CommandRun other = CommandRun.of(
                "bench", "durability", folder.resolve("strategies.yaml").toString());
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("these are strategies to record, no backtest;");
    }

    @Test
    void a_recording_that_is_not_there_is_made_where_the_spec_says_of_what() throws IOException {
        CommandRun replay = replay("signals: { path: made, record: strategies.yaml }");
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("recorded 10 settings of strategies.yaml into ");
        assertThat(replay("signals: { path: nowhere }").err()).contains("there is no recording of signals");
    }

    @Test
    void mistakes_are_told_with_what_to_do() throws IOException {
        refused("signals: { path: kept, strategies: [trnd] }", "no strategy 'trnd'; did you mean 'trend'?");
        refused("signals: { path: kept, settings: { trend: [{ fast: 4 }] } }", "no such settings; name one, like {");
        refused(
                "signals: { path: kept, settings: { trend: [{ fst: 4 }] } }",
                "no parameter 'fst'; did you mean 'fast'?");
        refused("signals: { path: kept }\nweights: [[1, 2]]", "has 2 numbers for 3 signals: trend_1, swing_1, mood_1");
        refused("signals: { path: kept }\nweights: { simplx: { step: 0.1 } }", "did you mean 'simplex'?");
        refused("signals: { path: kept }\nweights: { simplex: { step: 0.3 } }", "1 a whole number of steps");
        refused("signals: { path: kept }\nthresholds: { enter: 0 }", "enter: '0' is not above 0");
        refused("signals: { path: kept }\nthresholds: { enter: 0.2, exit: 0.3 }", "exit < enter");
        refused("signals: { path: kept }\ncombine: wieghted", "did you mean 'weighted'?");
        refused("signals: { path: kept }\ncombine: any\nweights: [[1, 1, 1]]", "weights change nothing");
        refused("signals: { path: kept }\nregime: sma(close, 3)", "a condition is wanted");
        refused("signals: { path: kept }\nparameters: { n: [1, 2] }", "parameter 'n' changes nothing");
        refused("signals: { path: kept }\nexecution: { fee: [1, 2] }", "values without a unit");
        refused("signals: { pth: kept }", "unknown key 'pth' in signals; did you mean 'path'?");
        assertThat(replay(REPLAY, "--prove", "-1").err()).contains("--prove -1 is below 0");
        CommandRun sweep = CommandRun.of("sweep", spec("replay", REPLAY));
        assertThat(sweep.code()).isEqualTo(2);
        assertThat(sweep.err()).contains("this is a replay of recorded signals", "'winnow replay ");
        assertThat(CommandRun.of("replay", spec("strategies", STRATEGIES)).err())
                .contains("'winnow record ");
    }

    private void refused(String text, String told) throws IOException {
        CommandRun replay = replay(text);
        assertThat(replay.code()).as(text + replay.err()).isEqualTo(2);
        assertThat(replay.err()).as(text).contains(told).doesNotContain("Exception");
    }
}
