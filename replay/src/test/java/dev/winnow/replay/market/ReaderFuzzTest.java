package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes, the reader answers with legal bars or with a UserError. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReaderFuzzTest {
    private static final String[] TOKENS = {
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "-",
        "+",
        ".",
        "e",
        "E9",
        "NaN",
        "1e400",
        "0",
        "close",
        "date",
        "time",
        "2020-01-01",
        "T",
        "Z",
        "99999999999999999999",
        "\uFEFF",
        "\uD83D\uDCC8",
        " ",
        ":",
        "#",
        "-0",
        "1d",
        "00:00"
    };

    @TempDir
    Path folder;

    @Test
    void random_bytes_are_bars_or_a_user_error() throws IOException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 600; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            check(bytes, "random.csv", "seed " + seed + " round " + round);
        }
    }

    @Test
    void mutated_files_are_bars_or_a_user_error() throws IOException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1_500; round++) {
            byte[] bytes = mutate(valid(random), random);
            boolean packed = random.nextInt(8) == 0;
            if (packed) {
                bytes = mutate(pack(bytes), random);
            }
            check(bytes, packed ? "mutated.csv.gz" : "mutated.csv", "seed " + seed + " round " + round);
        }
    }

    @Test
    void damaged_parquet_is_bars_or_a_user_error() throws IOException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 5; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(bytes, "random.parquet", "seed " + seed + " round " + round);
        }
    }

    private static byte[] valid(SplittableRandom random) throws IOException {
        SyntheticSpec spec = new SyntheticSpec(
                random.nextInt(1, 12), random.nextLong(), 50, 0.3, 0, random.nextBoolean() ? "1d" : "7m", 10, 0.1);
        StringBuilder text = new StringBuilder();
        BarsCsv.write(SyntheticBars.generate(spec), text);
        String other = List.of(",", ";", "\t", "|").get(random.nextInt(4));
        return text.toString().replace(",", other).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutate(byte[] valid, SplittableRandom random) {
        byte[] bytes = valid;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(6));
            byte[] insert =
                    switch (random.nextInt(4)) {
                        case 0 -> new byte[0];
                        case 1 -> new byte[] {(byte) random.nextInt(256)};
                        case 2 -> Arrays.copyOfRange(bytes, at, bytes.length);
                        default -> TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
                    };
            byte[] next = new byte[at + insert.length + bytes.length - to];
            System.arraycopy(bytes, 0, next, 0, at);
            System.arraycopy(insert, 0, next, at, insert.length);
            System.arraycopy(bytes, to, next, at + insert.length, bytes.length - to);
            bytes = next;
        }
        return bytes;
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private void check(byte[] bytes, String name, String at) throws IOException {
        Files.write(folder.resolve(name), bytes);
        for (boolean drop : new boolean[] {false, true}) {
            try {
                DataSpec spec = new DataSpec(List.of(name), null, null, null, null, Double.NaN, drop, null);
                Bars bars = MarketData.load(spec, folder, folder).get(0).bars();
                LegalBars.check(bars, at);
            } catch (UserError e) {
                assertThat(e.problems()).as(at).hasSizeBetween(1, 21).allSatisfy(problem -> assertThat(problem)
                        .contains(name)
                        .doesNotContain("\n")
                        .doesNotContain("\r"));
            } catch (RuntimeException e) {
                throw new AssertionError(at + " drop " + drop + ": " + Arrays.toString(bytes), e);
            }
        }
    }
}
