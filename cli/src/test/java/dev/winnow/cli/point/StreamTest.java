package dev.winnow.cli.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.cli.CommandRun;
import dev.winnow.cli.Examples;
import dev.winnow.cli.Main;
import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.ready.RandomPoint;
import dev.winnow.cli.ready.ReadySpec;
import dev.winnow.engine.space.Axis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code winnow run --stream} against {@code winnow run} on the same bars. */
class StreamTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BARS = Path.of("../testdata/sp500-1d.csv").toAbsolutePath();
    private static final String CROSS = """
            data: { path: %s%s }
            parameters: { fast: [8], slow: [21] }
            strategy: { enter-long: "crosses_above(sma(close, fast), ema(close, slow))", exit-long: "crosses_below(sma(close, fast), ema(close, slow))" }
            execution: { fee: 5 bps, stop-loss: 0.03 }
            """;

    @TempDir
    private Path folder;

    private static List<JsonNode> lines(CommandRun run, String type) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            JsonNode node = JSON.readTree(line);
            if (node.get("type").asText().equals(type)) {
                lines.add(node);
            }
        }
        return lines;
    }

    private String spec(String data) throws IOException {
        return Files.writeString(folder.resolve("cross.yaml"), CROSS.formatted(BARS, data))
                .toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    static List<Path> examples() {
        return Examples.backtests();
    }

    /** The trades of a stream as the batch tells them. */
    private static ArrayNode trades(CommandRun stream) throws IOException {
        ArrayNode trades = JSON.createArrayNode();
        for (JsonNode trade : lines(stream, "trade")) {
            trades.add(((ObjectNode) trade).without("type"));
        }
        JsonNode open = lines(stream, "summary").getFirst().get("open");
        if (open != null) {
            trades.add(open);
        }
        return trades;
    }

    private static void same(CommandRun batch, CommandRun stream) throws IOException {
        assertThat(batch.code()).as(batch.err()).isZero();
        assertThat(stream.code()).as(stream.err()).isZero();
        JsonNode expected = JSON.readTree(batch.out());
        JsonNode summary = lines(stream, "summary").getFirst();
        assertThat(trades(stream)).isEqualTo(expected.get("trades"));
        assertThat(summary.get("bars")).isEqualTo(expected.get("bars"));
        assertThat(summary.get("parameters")).isEqualTo(expected.get("parameters"));
        expected.get("metrics").properties().forEach(metric -> {
            JsonNode found = summary.get("metrics").get(metric.getKey());
            assertThat(found.isNull())
                    .as(metric.getKey())
                    .isEqualTo(metric.getValue().isNull());
            double value = metric.getValue().asDouble();
            assertThat(found.asDouble())
                    .as(metric.getKey())
                    .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_trades_as_in_the_batch(Path example) throws IOException {
        ReadySpec ready = ReadySpec.of(SpecReader.read(example, Overrides.NONE));
        Random random = new Random(example.getFileName().toString().hashCode());
        for (int i = 0; i < 3; i++) {
            double[] point = RandomPoint.of(ready, random);
            List<String> fixed =
                    new ArrayList<>(List.of("run", example.toString(), "--set", "data.periods-per-year=252"));
            for (int a = 0; a < point.length; a++) {
                Axis axis = ready.spec().axes().get(a);
                fixed.addAll(List.of("--set", axis.name() + "=" + axis.text(point[a])));
            }
            CommandRun batch = CommandRun.of(with(fixed, "--trades", "--output", "json"));
            same(batch, CommandRun.of(with(fixed, "--stream", BARS.toString())));
            same(batch, CommandRun.reading(Files.newInputStream(BARS), with(fixed, "--stream", "-")));
        }
    }

    private static String[] with(List<String> fixed, String... more) {
        return Stream.concat(fixed.stream(), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void the_data_section_cuts_resamples_repairs_and_unpacks_a_stream_as_it_does_a_file() throws IOException {
        Path packed = folder.resolve("packed.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(BARS));
        }
        String broken = Files.readString(BARS).replace("2010-03-02,", "2010-03-02,x");
        String semicolons = broken.replace(',', ';');
        for (String data : List.of(
                "",
                ", from: 2003-05, to: 2011",
                ", resample: 1w",
                ", to: 2009-06-30, from: 2001, resample: 2d",
                ", repair: drop")) {
            for (String path : List.of(
                    BARS.toString(),
                    packed.toString(),
                    file("broken.csv", broken),
                    file("semicolons.csv", semicolons))) {
                String spec = file("spec.yaml", CROSS.formatted(path, data + ", periods-per-year: 252"));
                CommandRun batch = CommandRun.of("run", spec, "--trades", "--output", "json");
                CommandRun stream = CommandRun.of("run", spec, "--stream", path);
                if (batch.code() == ExitCode.DONE) {
                    same(batch, stream);
                } else if (!data.contains("to:")) {
                    assertThat(stream.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(stream.err().replace(path, "F"))
                            .isEqualTo(batch.err().replace(path, "F"));
                }
            }
        }
    }

    /** Hands out a line a call, and notes what was printed before it was asked for. */
    private static final class LineByLine extends InputStream {
        private final List<String> lines;
        private final ByteArrayOutputStream printed;
        private final List<Integer> before = new ArrayList<>();
        private byte[] line = {};
        private int at;

        LineByLine(String text, ByteArrayOutputStream printed) {
            this.lines = text.lines().toList();
            this.printed = printed;
        }

        private boolean fetch() {
            if (at == line.length) {
                before.add(printed.size());
                if (before.size() > lines.size()) {
                    return false;
                }
                line = (lines.get(before.size() - 1) + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return true;
        }

        @Override
        public int read() {
            return fetch() ? line[at++] : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fetch()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, buffer, offset, count);
            at += count;
            return count;
        }

        /** What had been printed when the line after bar {@code t} was asked for. */
        String printedBeforeTheBarAfter(int t) {
            return printed.toString(StandardCharsets.UTF_8).substring(0, before.get(t + 2));
        }
    }

    @Test
    void what_happens_at_a_bar_is_out_before_the_next_bar_is_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineByLine in = new LineByLine(Files.readString(BARS), out);
        CommandRun stream = CommandRun.reading(in, out, "run", spec(""), "--stream");
        assertThat(stream.code()).as(stream.err()).isZero();
        int events = 0;
        for (String line : stream.out().lines().toList()) {
            JsonNode event = JSON.readTree(line);
            int bar =
                    switch (event.get("type").asText()) {
                        case "signal", "entry" -> event.get("bar").asInt();
                        case "trade" -> event.get("exitBar").asInt();
                        default -> -1;
                    };
            if (bar >= 0) {
                assertThat(in.printedBeforeTheBarAfter(bar)).contains(line);
                events++;
            }
        }
        assertThat(events).isGreaterThan(100);
    }

    @Test
    void a_bad_row_ends_the_stream_with_a_line_and_what_was_before_is_out() throws IOException {
        List<String> rows = Files.readAllLines(BARS);
        String good = String.join("\n", rows.subList(0, 401)) + "\n";
        CommandRun whole = CommandRun.reading(bytes(good), "run", spec(""), "--stream");
        CommandRun broken = CommandRun.reading(
                bytes(good + rows.get(401).replaceFirst(",", ",x") + "\n" + rows.get(402) + "\n"),
                "run",
                spec(""),
                "--stream");
        assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(broken.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("standard input, line 402, column open: 'x");
        assertThat(lines(broken, "summary")).isEmpty();
        assertThat(lines(broken, "trade")).isNotEmpty().isEqualTo(lines(whole, "trade"));
        assertThat(lines(broken, "signal")).isEqualTo(lines(whole, "signal"));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_no_stream_can_be_is_refused_in_words() throws IOException {
        assertThat(refusal(bytes(""))).isEqualTo("standard input: the file is empty");
        assertThat(refusal(bytes("date,close\n")))
                .isEqualTo("standard input: there are no bars; the file needs lines after its header");
        assertThat(refusal(bytes("PAR1"))).contains("this is a Parquet file");
        assertThat(refusal(bytes("close\n1\n"), "--set", "data.from=2020"))
                .isEqualTo("standard input: data.from and data.to need a time column, and there is none; remove them");
        assertThat(refusal(bytes("close\n1\n"), "--set", "data.resample=1h"))
                .isEqualTo("standard input: data.resample needs a time column, and there is none; remove it");
        assertThat(refusal(bytes("date,close\n2020-01-01,1\n2020-01-02,1\n"), "--set", "data.from=2021"))
                .isEqualTo(
                        "standard input: no bar between data.from and data.to; the bars span 2020-01-01 to 2020-01-02");
        assertThat(refusal(bytes("close\n1\n"), "--set", "execution.borrow=5 %"))
                .isEqualTo(
                        "execution.borrow: charging it needs the number of bars a year, which a stream does not tell in advance;"
                                + " give it, for example --set data.periods-per-year=252");
        assertThat(refusal(bytes("close\n1\n"), "--trades", "--symbol", "x", "--output", "csv")
                        .lines())
                .containsExactly(
                        "--symbol: a stream is one symbol, the one that comes; leave it out",
                        "--trades: a stream prints every trade as it ends; leave it out",
                        "--output csv: a stream is JSON, a line an event; leave it out");
        assertThat(refusal(bytes("close\n1\n"), "--set", "slow=[1, 2]"))
                .isEqualTo("parameter 'slow' has 2 values; fix it with --set slow=1");
        CommandRun missing = CommandRun.of("run", spec(""), "--stream", "nowhere.csv");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err().strip())
                .isEqualTo(
                        "--stream: cannot read 'nowhere.csv' (NoSuchFileException); name a file, or - for standard input");
    }

    private String refusal(InputStream in, String... more) throws IOException {
        CommandRun run = CommandRun.reading(in, with(List.of("run", spec("")), with(List.of("--stream", "-"), more)));
        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        return run.err().strip();
    }

    @Test
    void the_end_of_a_reader_is_the_end_of_the_stream() throws IOException {
        OutputStream leaving = new OutputStream() {
            private int calls;

            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (calls++ > 0) {
                    throw new IOException("closed");
                }
            }
        };
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        LineByLine in = new LineByLine(Files.readString(BARS), nothing);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                in,
                new PrintStream(leaving, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of(),
                false,
                false);
        assertThat(Main.run(console, "run", spec(""), "--stream")).isEqualTo(ExitCode.DONE);
        assertThat(err.size()).isZero();
        assertThat(in.before).hasSizeLessThan(1000);
    }
}
