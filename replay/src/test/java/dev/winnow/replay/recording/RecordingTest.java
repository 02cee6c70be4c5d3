package dev.winnow.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    @TempDir
    private Path folder;

    /** All that a signal says, to the bit. */
    static long[][] bits(Signal signal) {
        return switch (signal) {
            case Signal.Planes planes -> SignalCodec.all(planes.planes());
            case Signal.Score score ->
                new long[][] {
                    Arrays.stream(score.values())
                            .mapToLong(Double::doubleToRawLongBits)
                            .toArray()
                };
        };
    }

    private static void assertHolds(Recording recording, RandomRecording recorded) {
        assertThat(recording.complete()).isTrue();
        assertThat(recording.size()).isEqualTo(recorded.signals().size());
        for (int i = 0; i < recording.size(); i++) {
            RecordedSetting setting = recorded.settings().get(i);
            assertThat(recording.setting(i).symbol()).isEqualTo(setting.symbol());
            assertThat(recording.setting(i).strategy()).isEqualTo(setting.strategy());
            assertThat(recording.setting(i).values()).isEqualTo(setting.values());
            assertThat(bits(recording.signal(i)))
                    .isDeepEqualTo(bits(recorded.signals().get(i)));
        }
        for (int symbol = 0; symbol < recorded.times().size(); symbol++) {
            assertThat(recording.time(symbol)).isEqualTo(recorded.times().get(symbol));
        }
        assertThat(recording.head()).isEqualTo(recorded.head());
    }

    private Path file() {
        return folder.resolve(RecordingFile.NAME);
    }

    @Test
    void what_was_recorded_is_read_back_to_the_bit() throws IOException {
        for (int quantize : new int[] {0, 8, 16}) {
            for (long seed = 0; seed < 40; seed++) {
                Path own = folder.resolve(quantize + "-" + seed);
                RandomRecording recorded = RandomRecording.of(seed, quantize);
                recorded.record(own, recorded.signals().size());
                try (Recording recording = Recording.open(own)) {
                    assertHolds(recording, recorded);
                } catch (AssertionError e) {
                    throw new AssertionError("seed " + seed + ", " + quantize + " bits", e);
                }
            }
        }
    }

    @Test
    void a_recording_that_is_cut_off_anywhere_and_gone_on_with_is_the_same_file() throws IOException {
        RandomRecording recorded = RandomRecording.of(3, 0);
        recorded.record(folder, recorded.signals().size());
        byte[] whole = Files.readAllBytes(file());
        int head = RecordingFile.start(recorded.head()).length;
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            int length = head + random.nextInt(whole.length - head);
            Files.write(file(), Arrays.copyOf(whole, length));
            try (Recording part = Recording.open(folder)) {
                assertThat(part.complete()).as("cut at %s", length).isFalse();
                assertThatThrownBy(part::requireComplete)
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("go on with it by 'winnow record'");
            }
            recorded.record(folder, recorded.signals().size());
            assertThat(Files.readAllBytes(file())).as("cut at %s", length).isEqualTo(whole);
        }
    }

    @Test
    void a_byte_that_changed_is_refused_or_changes_nothing_and_recording_again_mends_it() throws IOException {
        RandomRecording recorded = RandomRecording.of(4, 0);
        recorded.record(folder, recorded.signals().size());
        byte[] whole = Files.readAllBytes(file());
        int head = RecordingFile.start(recorded.head()).length;
        Random random = new Random(6);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            List<String> problems = new ArrayList<>();
            try (Recording recording = Recording.open(folder)) {
                recording.requireComplete();
                for (int symbol = 0; symbol < recorded.times().size(); symbol++) {
                    recording.time(symbol);
                }
                for (int signal = 0; signal < recording.size(); signal++) {
                    recording.signal(signal);
                }
            } catch (UserError error) {
                problems.addAll(error.problems());
            }
            assertThat(problems)
                    .as("bit of byte %s", at)
                    .singleElement()
                    .asString()
                    .startsWith(file().toString());
            if (at >= head) {
                recorded.record(folder, recorded.signals().size());
                assertThat(Files.readAllBytes(file())).as("bit of byte %s", at).isEqualTo(whole);
            }
        }
    }

    @Test
    void blocks_with_right_checksums_and_any_payload_are_refused_or_read() throws IOException {
        RandomRecording recorded = RandomRecording.of(7, 0);
        int refused = 0;
        for (long seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            int setting = random.nextInt(recorded.signals().size());
            byte[] payload = new SignalCodec(0).encode(recorded.signals().get(setting));
            for (int i = 0; i <= random.nextInt(4); i++) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(random.nextBoolean() ? 5 : 256);
            }
            payload = random.nextBoolean() ? payload : Arrays.copyOf(payload, random.nextInt(payload.length + 9));
            Files.deleteIfExists(file());
            Signal signal = recorded.signals().get(setting);
            try (RecordingWriter writer = RecordingWriter.open(folder, recorded.head())) {
                writer.append(Block.encode(
                        SignalCodec.kind(signal), recorded.settings().get(setting), payload));
            }
            try (Recording recording = Recording.open(folder)) {
                assertThat(recording.signal(0).bars()).isEqualTo(signal.bars());
            } catch (UserError error) {
                assertThat(error.problems())
                        .as("seed %s", seed)
                        .singleElement()
                        .asString()
                        .contains("damaged at byte");
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 595);
    }

    @Test
    void what_is_no_recording_is_refused_in_one_line() throws IOException {
        Files.writeString(file(), "time,open,high,low,close\n");
        assertThatThrownBy(() -> Recording.open(folder))
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ": no recording of signals; give a folder that 'winnow record' wrote");
        byte[] start = RecordingFile.start(RandomRecording.of(1, 0).head());
        start[8] = 2;
        Files.write(file(), start);
        assertThatThrownBy(() -> Recording.open(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a recording of version 2, and this program reads version 1");
        Files.write(file(), new byte[0]);
        assertThatThrownBy(() -> Recording.open(file())).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> Recording.open(folder.resolve("nowhere")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no recording of signals");
    }

    @Test
    void a_recording_of_something_else_is_not_gone_on_with_and_the_field_is_named() throws IOException {
        RandomRecording recorded = RandomRecording.of(1, 0);
        recorded.record(folder, 2);
        byte[] there = Files.readAllBytes(file());
        RecordingHead head = recorded.head();
        RecordingHead other = new RecordingHead(
                head.name(),
                new RunIdentity(Map.of("seed", "2", "quantize", "0")),
                head.data(),
                head.folder(),
                0,
                head.symbols(),
                head.strategies(),
                head.settings());
        assertThatThrownBy(() -> RecordingWriter.open(folder, other).close())
                .isInstanceOf(UserError.class)
                .hasMessage(file() + " is another recording: seed was 1 and is 2; record into another folder");
        assertThat(Files.readAllBytes(file())).isEqualTo(there);
    }

    @Test
    void the_bytes_of_a_file_are_those_of_the_document() throws IOException {
        RandomRecording recorded = RandomRecording.of(1, 0);
        byte[] start = RecordingFile.start(recorded.head());
        int json = start.length - 20;
        assertThat(new String(start, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("WINNOWS1");
        assertThat(Arrays.copyOfRange(start, 8, 12)).containsExactly(1, 0, 0, 0);
        assertThat(new String(start, 16, json, StandardCharsets.UTF_8)).startsWith("{\"name\":\"random\"");
        byte[] runs = PlaneCodec.encode(new long[] {0b1110, 0, 0}, 130);
        assertThat(runs).containsExactly(2, 3, 0, 0, 0, 1, 3, 126);
    }
}
