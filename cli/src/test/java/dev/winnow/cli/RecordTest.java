package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.engine.UserError;
import dev.winnow.replay.recording.RecordedSetting;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordTest {
    private static final Path EXAMPLE = Path.of("../configs/examples/ensemble-record.yaml");

    @TempDir
    private Path folder;

    static List<Path> examples() {
        return Examples.recordings();
    }

    private CommandRun record(Path spec, String to, String... more) {
        List<String> words = new ArrayList<>(
                List.of("record", spec.toString(), "-o", folder.resolve(to).toString()));
        words.addAll(Arrays.asList(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private Path recorded(String to, String... more) {
        CommandRun run = record(EXAMPLE, to, more);
        assertThat(run.code()).as(run.err()).isZero();
        return folder.resolve(to);
    }

    private static JsonNode describe(Path recording, String by) throws IOException {
        CommandRun run = CommandRun.of("signals", "describe", recording.toString(), "--by", by, "--output", "json");
        assertThat(run.code()).as(run.err()).isZero();
        return JsonMapper.builder().build().readTree(run.out());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_planes_of_an_example_take_at_most_a_fiftieth_of_one_column_of_doubles_each(Path example)
            throws IOException {
        assertThat(record(example, "signals").code()).isZero();
        long bytes = 0;
        long columns = 0;
        try (Recording recording = Recording.open(folder.resolve("signals"))) {
            assertThat(recording.complete()).isTrue();
            for (int i = 0; i < recording.size(); i++) {
                if (recording.signal(i) instanceof Signal.Planes planes) {
                    bytes += recording.bytes(i);
                    columns += (long) Double.BYTES * planes.bars();
                }
            }
        }
        assertThat(50 * bytes).isPositive().isLessThanOrEqualTo(columns);
    }

    @Test
    void threads_never_show_in_a_recording() throws IOException {
        byte[] one = Files.readAllBytes(recorded("one", "--threads", "1").resolve("signals.bin"));
        byte[] four = Files.readAllBytes(recorded("four", "--threads", "4").resolve("signals.bin"));
        assertThat(four).isEqualTo(one);
    }

    @Test
    void a_recorded_strategy_gives_the_trades_of_its_backtest() throws IOException {
        Path signals = recorded("signals");
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                data: { path: %s }
                parameters: { window: 40 }
                strategy:
                  enter-long: close > highest(lag(high, 1), window)
                  exit-long: close < lowest(lag(low, 1), window)
                """.formatted(
                        Path.of("../testdata/sp500-1d.csv").toAbsolutePath()));
        CommandRun run = CommandRun.of("run", spec.toString(), "--output", "json");
        double exposure = JsonMapper.builder()
                .build()
                .readTree(run.out())
                .get("metrics")
                .get("exposure")
                .doubleValue();
        // the side wanted after a close is the position held after the next bar's fill
        for (JsonNode setting : describe(signals, "setting")) {
            if (setting.get("strategy").asText().equals("breakout")
                    && setting.get("parameters").asText().equals("window=40")) {
                assertThat(setting.get("long").doubleValue()).isCloseTo(exposure, within(1e-3));
                return;
            }
        }
        throw new AssertionError("no breakout of 40 bars");
    }

    @Test
    void recording_again_into_the_same_folder_adds_nothing_and_a_changed_spec_is_refused_by_name() throws IOException {
        Path signals = recorded("signals");
        byte[] whole = Files.readAllBytes(signals.resolve("signals.bin"));
        CommandRun again = record(EXAMPLE, "signals", "--threads", "2");
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("17 of 17 settings are there already");
        CommandRun changed = record(EXAMPLE, "signals", "--set", "fast=5");
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err())
                .isEqualTo(
                        signals.resolve("signals.bin") + " is another recording:"
                                + " spec.strategies.trend.parameters.fast was [5, 10, 20] and is 5; record into another folder\n");
        assertThat(record(EXAMPLE, "signals", "--quantize", "8").err()).contains("quantize was none and is 8");
        assertThat(signals.resolve("signals.bin")).hasBinaryContent(whole);
    }

    @Test
    void a_recording_that_was_cut_off_or_damaged_is_gone_on_with_from_its_last_sound_block() throws IOException {
        Path file = recorded("signals").resolve("signals.bin");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        CommandRun described = CommandRun.of("signals", "describe", file.toString());
        assertThat(described.code()).isZero();
        assertThat(described.err()).isEqualTo("the recording is not complete: 16 of 17 settings are there\n");
        CommandRun gone = record(EXAMPLE, "signals");
        assertThat(gone.err()).contains("16 of 17 settings are there already");
        assertThat(file).hasBinaryContent(whole);

        byte[] damaged = whole.clone();
        damaged[whole.length - 100] ^= 1;
        Files.write(file, damaged);
        CommandRun refused = CommandRun.of("signals", "describe", file.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .matches("\\S+signals.bin: the recording is damaged at byte \\d+: [^\\n]+ mends it\\n");
        assertThat(record(EXAMPLE, "signals").code()).isZero();
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void lines_of_json_become_the_same_recording_to_the_byte() throws IOException {
        for (String bits : new String[] {"8", "16"}) {
            Path signals = recorded(bits, "--jsonl", "--quantize", bits);
            Path back = folder.resolve(bits + "-back");
            CommandRun imported = CommandRun.of(
                    "signals", "import", signals.resolve("signals.jsonl").toString(), "-o", back.toString());
            assertThat(imported).isEqualTo(new CommandRun(0, "", "17 settings are in " + back + "\n"));
            assertThat(back.resolve("signals.bin")).hasSameBinaryContentAs(signals.resolve("signals.bin"));
            assertThat(CommandRun.of("signals", "export", signals.toString(), "--output", "jsonl")
                            .out())
                    .isEqualTo(Files.readString(signals.resolve("signals.jsonl")));
        }
    }

    @Test
    void a_quantised_score_is_off_by_at_most_half_a_step() throws IOException {
        try (Recording exact = Recording.open(recorded("exact"));
                Recording rounded = Recording.open(recorded("rounded", "--quantize", "16"))) {
            for (int i = 0; i < exact.size(); i++) {
                if (exact.signal(i) instanceof Signal.Score(double[] values)) {
                    double[] steps = ((Signal.Score) rounded.signal(i)).values();
                    for (int t = 0; t < values.length; t++) {
                        assertThat(Math.abs(values[t] - steps[t])).isLessThanOrEqualTo(0.5000001 / 32_767);
                    }
                } else {
                    assertThat(rounded.bytes(i)).isEqualTo(exact.bytes(i));
                }
            }
        }
    }

    @Test
    void every_event_of_an_export_is_a_row() throws IOException {
        Path signals = recorded("signals");
        CommandRun csv = CommandRun.of("signals", "export", signals.toString());
        double events = 0;
        for (JsonNode setting : describe(signals, "setting")) {
            events += setting.get("events").asDouble();
        }
        assertThat(csv.out().lines()).hasSize(1 + (int) events);
        assertThat(csv.out()).startsWith("""
                        time,bar,symbol,strategy,parameters,direction,strength
                        2000-03-17,52,sp500-1d,trend,fast=5 slow=50,enter-long,1
                        """);
    }

    @Test
    void a_recording_differs_from_itself_in_nothing_and_from_another_in_what_is_told() throws IOException {
        Path one = recorded("one");
        Path other = recorded("other", "--set", "fast=5", "--quantize", "16");
        CommandRun same = CommandRun.of("signals", "diff", one.toString(), one.toString(), "--output", "csv");
        assertThat(same)
                .isEqualTo(new CommandRun(
                        0, "what,difference,bars,first-bar\n", "17 signals are the same to the bit, 0 are not\n"));
        CommandRun differing = CommandRun.of("signals", "diff", one.toString(), other.toString(), "--output", "csv");
        assertThat(differing.code()).isEqualTo(1);
        assertThat(differing.out())
                .contains("quantize was none and is 16")
                .contains("sp500-1d trend fast=10 slow=50,only in the first,138,54\n")
                .contains("sp500-1d reversion window=7,other signals,");
        assertThat(differing.err()).isEqualTo("8 signals are the same to the bit, 9 are not\n");
    }

    @Test
    void settings_that_fail_are_kept_with_their_cause_and_told() throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                data: { synthetic: { bars: 100 } }
                strategies:
                  a: { parameters: { w: [2, 2.5, 3] }, enter-long: "close > sma(close, w)" }
                """);
        CommandRun run = record(spec, "signals", "--jsonl");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("failed: synthetic a w=2.5: 'w' of sma is a whole number of bars, at least 1, not 2.5\n");
        assertThat(run.out()).contains("1 settings have no signal");
        CommandRun.of(
                "signals",
                "import",
                folder.resolve("signals/signals.jsonl").toString(),
                "-o",
                folder.resolve("back").toString());
        assertThat(folder.resolve("back/signals.bin")).hasSameBinaryContentAs(folder.resolve("signals/signals.bin"));
        try (Recording recording = Recording.open(folder.resolve("signals"))) {
            assertThat(recording.complete()).isTrue();
            assertThat(Stream.of(recording.setting(0), recording.setting(1)).map(RecordedSetting::values))
                    .containsExactly(new double[] {2}, new double[] {3});
        }
    }

    @Test
    void the_bars_of_a_recording_are_found_again_from_its_folder_and_changed_ones_are_refused() throws IOException {
        Path data = Files.copy(Path.of("../testdata/sp500-1d.csv"), folder.resolve("bars.csv"));
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                data: { path: bars.csv }
                strategies: { a: { enter-long: close > open } }
                """);
        assertThat(record(spec, "deep/signals").code()).isZero();
        try (Recording recording = Recording.open(folder.resolve("deep/signals"))) {
            assertThat(recording
                            .bars(folder.resolve("columns"))
                            .getFirst()
                            .bars()
                            .size())
                    .isEqualTo(5105);
            List<String> rows = Files.readAllLines(data);
            Files.write(data, rows.subList(0, rows.size() - 1));
            assertThatThrownBy(() -> recording.bars(folder.resolve("columns")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("the bars of bars are others than those that were recorded");
        }
    }

    @Test
    void a_dry_run_keeps_nothing() {
        CommandRun run = record(EXAMPLE, "signals", "--dry-run");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("sp500-1d, 5,105 bars: trend, 9 settings\n")
                .contains("recording: " + folder.resolve("signals") + ", new\n");
        assertThat(folder.resolve("signals")).doesNotExist();
    }

    /**
     * By hand: 6,400 bars of 48 bytes; 5 averages of 6,400 doubles and 160 bytes of a key each; in each of 3 threads a
     * plane of 800 bytes and a signal of four; 6 signals.
     */
    @Test
    void a_dry_run_tells_the_memory_that_bars_shared_columns_threads_and_signals_take() throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                data: { synthetic: { bars: 6400 } }
                strategies:
                  a: { parameters: { w: [2, 3], v: [4, 5, 6] }, enter-long: "sma(close, v) > sma(close, w)" }
                """);
        assertThat(record(spec, "signals", "--dry-run", "--threads", "3").out())
                .contains("memory: at most about 581.2 KiB: bars 300.0 KiB, artifacts 250.8 KiB, threads 11.7 KiB,"
                        + " signals to be written 18.8 KiB\n");
    }

    @Test
    void a_command_that_is_given_a_spec_of_another_kind_names_the_right_one() throws IOException {
        for (String command : new String[] {"sweep", "run", "explain"}) {
            CommandRun run = CommandRun.of(command, EXAMPLE.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .matches("\\Q" + EXAMPLE + "\\E: these are strategies to record, [^\\n]+; 'winnow record \\Q"
                            + EXAMPLE + "\\E -o DIR' records them\\n");
        }
        Path backtest = Examples.backtests().getFirst();
        CommandRun recorded = record(backtest, "signals");
        assertThat(recorded.code()).isEqualTo(2);
        assertThat(recorded.err())
                .isEqualTo(backtest + ": this is a backtest, no set of strategies to record; 'winnow sweep " + backtest
                        + "' runs it\n");
        assertThat(record(EXAMPLE, "signals", "--quantize", "7").err())
                .isEqualTo("--quantize: scores of 7 bits cannot be kept; give 8 or 16, or leave it out\n");
        assertThat(CommandRun.of("signals", "describe", folder.toString()).err())
                .isEqualTo(folder + ": there is no recording of signals; 'winnow record SPEC -o DIR' makes one\n");
    }
}
