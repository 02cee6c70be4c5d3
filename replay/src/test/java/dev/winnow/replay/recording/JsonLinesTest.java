package dev.winnow.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @TempDir
    private Path folder;

    private Path exported(RandomRecording recorded, Path to) throws IOException {
        recorded.record(to, recorded.signals().size());
        Path lines = to.resolve("signals.jsonl");
        try (Recording recording = Recording.open(to);
                Writer out = Files.newBufferedWriter(lines)) {
            JsonLinesWriter.write(recording, out);
        }
        return lines;
    }

    @Test
    void what_is_exported_and_read_back_is_the_same_file_to_the_byte() throws IOException {
        for (int quantize : new int[] {0, 8, 16}) {
            for (long seed = 0; seed < 20; seed++) {
                Path first = folder.resolve(quantize + "-" + seed);
                Path second = folder.resolve(quantize + "-" + seed + "-back");
                RandomRecording recorded = RandomRecording.of(seed, quantize);
                assertThat(JsonLinesReader.read(exported(recorded, first), second))
                        .isEqualTo(recorded.signals().size());
                assertThat(Files.readAllBytes(second.resolve(RecordingFile.NAME)))
                        .as("seed %s, %s bits", seed, quantize)
                        .isEqualTo(Files.readAllBytes(first.resolve(RecordingFile.NAME)));
            }
        }
    }

    @Test
    void lines_that_are_damaged_are_refused_with_their_number_and_never_give_another_signal() throws IOException {
        RandomRecording recorded = RandomRecording.of(2, 0);
        List<String> lines = Files.readAllLines(exported(recorded, folder.resolve("first")));
        Path damaged = folder.resolve("damaged.jsonl");
        int refused = 0;
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(String.join("\n", lines));
            for (int i = 0; i <= random.nextInt(3); i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                    case 1 -> text.setCharAt(at, "{}[],:\"\n-.0e".charAt(random.nextInt(12)));
                    case 2 -> text.setCharAt(at, (char) (48 + random.nextInt(10)));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(300))));
                }
            }
            Files.writeString(damaged, text);
            Path to = folder.resolve("to" + seed);
            try {
                JsonLinesReader.read(damaged, to);
                try (Recording recording = Recording.open(to)) {
                    recording.requireComplete();
                    for (int i = 0; i < recording.size(); i++) {
                        assertThat(RecordingTest.bits(recording.signal(i)))
                                .as("seed %s", seed)
                                .isDeepEqualTo(
                                        RecordingTest.bits(recorded.signals().get(i)));
                    }
                }
            } catch (UserError error) {
                assertThat(error.problems())
                        .as("seed %s", seed)
                        .singleElement()
                        .asString()
                        .matches("(?s)\\Q" + damaged + "\\E line \\d+: [^\\n]+");
                refused++;
            } catch (RuntimeException bug) {
                throw new AssertionError("seed " + seed, bug);
            }
        }
        assertThat(refused).isBetween(150, 300);
    }
}
