package dev.winnow.cli.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.engine.UserError;
import dev.winnow.replay.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a spec, it compiles, or every problem is one line with its place; never anything else. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // against a hang
class SpecFuzzTest {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL);
    private static final Pattern PROBLEM = Pattern.compile("[^\\n]*spec\\.yaml:(\\d+):(\\d+): [^\\n]+");

    /** What is likely to hurt a reader of YAML, of numbers, of ranges, of expressions. */
    private static final List<String> PIECES = List.of(
            ": ",
            "\n",
            "\n  ",
            "\t",
            "- ",
            "? ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "<<: *a",
            "!!int ",
            "!!binary ",
            "!x ",
            "|",
            ">-\n",
            "'",
            "\"",
            "\"\\x\"",
            "#",
            " #",
            "---\n",
            "...\n",
            "%YAML 1.9\n",
            "@",
            "`",
            "~",
            "null",
            "true",
            "NaN",
            ".inf",
            "-.inf",
            "1e400",
            "-0.0",
            "0x1f",
            "1_000",
            "1e-400",
            "999999999999999999999",
            "1:30",
            "2020-01-01",
            "5 bps",
            "-5 %",
            "100000 %",
            "none",
            "from",
            "step",
            "count",
            "scale",
            "log",
            "{ from: 1, to: 2, step: 1e-300 }",
            "{ from: 1, to: 1e308, count: 2147483648 }",
            "{ from: -1, to: 1, count: 3, scale: log }",
            "[]",
            "{}",
            "[[1]]",
            "\u0000",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud83d\ude00",
            "sma(",
            "close",
            "(",
            ")",
            " ^ ",
            " and ",
            "not ",
            " == \"x\"",
            "if(",
            "lag(close, -1)",
            "sma(close, 0)",
            "sma(close, 1e9)");

    private static List<String> examples;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../configs/examples"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
            String reference = Files.readString(Path.of("../configs/reference.yaml"));
            texts.add(reference);
            texts.add(reference
                    .replaceFirst("(?m)^  path: .*$", "")
                    .replaceAll("(?m)^  # (synthetic|  \\w+|resample|delimiter)", "  $1"));
            examples = texts;
        }
    }

    /** Whether it compiles; checks the problems where it does not. */
    private boolean compiles(byte[] spec) throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.deleteIfExists(file); // some file systems wait for the disk when a file is cut and written anew
        Files.write(file, spec);
        try {
            SweepSpec read = SpecReader.read(file, Overrides.NONE);
            if (read.section() instanceof WorkloadSection.Recorded recorded) {
                ReadyRecording.of(read).strategies().forEach(strategy -> strategy.space()
                        .size());
                recorded.execution().settings(List.of());
            } else if (read.section() instanceof WorkloadSection.Replayed replayed) {
                replayed.combine().settings(List.of(Setting.of(1)), read.axes());
                replayed.execution().settings(read.axes());
                replayed.judged().values().forEach(execution -> execution.settings(read.axes()));
            } else {
                ReadySpec ready = ReadySpec.of(read);
                ready.spec().execution().settings(ready.spec().axes());
                ready.plan().explain(1000);
            }
            return true;
        } catch (UserError mistake) {
            long lines = new String(spec, StandardCharsets.UTF_8).split("\\R|\u0085", -1).length;
            for (String problem : mistake.problems()) {
                if (problem.contains("spec.yaml: not readable as UTF-8 text")) {
                    continue;
                }
                Matcher place = PROBLEM.matcher(problem);
                assertThat(place.matches()).as(problem).isTrue();
                assertThat(Long.parseLong(place.group(1))).as(problem).isBetween(1L, lines);
                assertThat(Long.parseLong(place.group(2))).as(problem).isPositive();
            }
            return false;
        }
    }

    private boolean attempt(String label, byte[] spec) throws IOException {
        try {
            return compiles(spec);
        } catch (RuntimeException | AssertionError | StackOverflowError bug) {
            return fail(label + ":\n" + new String(spec, 0, Math.min(spec.length, 2000), StandardCharsets.UTF_8), bug);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    @Test
    void specs_with_damaged_bytes() throws IOException {
        int whole = 0;
        for (long seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream damaged = new ByteArrayOutputStream();
            byte[] spec = bytes(any(examples, random));
            List<Integer> places =
                    random.ints(1 + random.nextInt(3), 0, spec.length).boxed().toList();
            for (int i = 0; i < spec.length; i++) {
                if (!places.contains(i)) {
                    damaged.write(spec[i]);
                } else if (random.nextInt(3) > 0) {
                    damaged.write(random.nextBoolean() ? random.nextInt(128) : random.nextInt(256));
                    damaged.write(random.nextBoolean() ? spec[i] : ' ');
                }
            }
            whole += attempt("seed " + seed, damaged.toByteArray()) ? 1 : 0;
        }
        assertThat(whole).isBetween(100, 1400);
    }

    @Test
    void specs_with_damaged_tokens() throws IOException {
        int whole = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<String> tokens = new ArrayList<>(TOKEN.matcher(any(examples, random))
                    .results()
                    .map(token -> token.group())
                    .toList());
            List<String> others = TOKEN.matcher(any(examples, random))
                    .results()
                    .map(token -> token.group())
                    .toList();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                int at = random.nextInt(tokens.size());
                switch (random.nextInt(6)) {
                    case 0 -> tokens.remove(at);
                    case 1 -> tokens.set(at, any(PIECES, random));
                    case 2 -> tokens.add(at, any(PIECES, random));
                    case 3 -> tokens.set(at, any(others, random));
                    case 4 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                    default -> tokens.set(at, tokens.get(at).repeat(1 + random.nextInt(40)));
                }
            }
            whole += attempt("seed " + seed, bytes(String.join("", tokens))) ? 1 : 0;
        }
        assertThat(whole).isBetween(100, 2900);
    }

    @Test
    void specs_with_damaged_lines() throws IOException {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            List<String> lines =
                    new ArrayList<>(Arrays.asList(any(examples, random).split("\n")));
            List<String> others = Arrays.asList(any(examples, random).split("\n"));
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(lines.size());
                switch (random.nextInt(4)) {
                    case 0 -> lines.add(at, any(others, random));
                    case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                    case 2 ->
                        lines.set(
                                at,
                                " ".repeat(random.nextInt(5)) + lines.get(at).strip());
                    default ->
                        lines.set(
                                at,
                                lines.get(at)
                                        .substring(random.nextInt(lines.get(at).length() + 1)));
                }
            }
            attempt("seed " + seed, bytes(String.join("\n", lines)));
        }
    }

    @Test
    void every_value_of_every_key_may_be_anything() throws IOException {
        Pattern value = Pattern.compile("(?m)^( *[\\w-]+: )([^ #\\n][^#\\n]*?)( *#.*)?$");
        List<String> values = new ArrayList<>(PIECES.subList(PIECES.indexOf("~"), PIECES.indexOf("\u0000")));
        values.addAll(List.of("0", "-1", "1.5", "2147483647", "2147483648", "1e15", "1e16", "1e308", "fast", "[1, x]"));
        String spec = examples.getLast();
        List<MatchResult> keys = value.matcher(spec).results().toList();
        assertThat(keys).hasSizeGreaterThan(40);
        for (MatchResult key : keys) {
            for (String piece : values) {
                String changed = spec.substring(0, key.start(2)) + piece + spec.substring(key.end(2));
                attempt(key.group(1) + piece, bytes(changed));
            }
        }
    }

    @Test
    void what_nests_without_end_or_grows_by_aliases_is_refused() throws IOException {
        String least = "data: { path: bars.csv }\nstrategy: { enter-long: close > open }\n";
        String laughs = IntStream.range(1, 40)
                .mapToObj(i -> "l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(9)))
                .reduce("l0: &l0 [ha]\n", String::concat);
        for (String spec : List.of(
                "[".repeat(100_000),
                "{".repeat(100_000),
                "{a: ".repeat(20_000),
                "- ".repeat(50_000),
                "? ".repeat(50_000),
                least + "parameters: { p: " + "[".repeat(5_000) + "1" + "]".repeat(5_000) + " }",
                least + "parameters: " + "{ p: ".repeat(45) + "1" + " }".repeat(45),
                least + "parameters: " + "{ p: ".repeat(2_000) + "1" + " }".repeat(2_000),
                IntStream.range(0, 3_000).mapToObj(i -> " ".repeat(i) + "a:\n").reduce("", String::concat),
                least + laughs,
                least + "parameters:\n  p: &p [*p]\n",
                least + "parameters: { p: [" + "1, ".repeat(300_000) + "2] }",
                least + "run: { top: " + "9".repeat(100_000) + " }",
                least + "execution: { cash: 1e" + "9".repeat(1_000) + " }",
                least + "name: \"" + "\\n".repeat(50_000) + "\"",
                "data: { path: bars.csv }\nstrategy: { enter-long: \"" + "(".repeat(100_000) + "\" }",
                "data: { path: bars.csv }\nstrategy: { enter-long: \"close > " + "-".repeat(3_000) + "1\" }",
                least + "where: " + "not ".repeat(20_000) + "true",
                least + "where: " + "1 < 2 and ".repeat(390) + "true",
                least + "require: " + "2 ^ ".repeat(390) + " 2 > trades")) {
            attempt("nesting or growing", bytes(spec));
        }
    }
}
