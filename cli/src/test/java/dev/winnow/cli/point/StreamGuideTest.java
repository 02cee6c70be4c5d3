package dev.winnow.cli.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the guide to streams shows is what the command prints. */
class StreamGuideTest {
    private static final Pattern SHOWN = Pattern.compile(
            "```\n\\$ bin/winnow (?<arguments>[^<|\n]*?)(?: < (?<input>\\S+))? \\| (?<part>head|tail) -(?<count>\\d+)\n"
                    + "(?<output>.*?)```",
            Pattern.DOTALL);

    @Test
    void the_guide_shows_what_is_printed() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/stream.md"));
        List<MatchResult> shown = SHOWN.matcher(guide).results().toList();
        assertThat(shown).hasSize(2);
        for (MatchResult example : shown) {
            List<String> lines = run(example.group("arguments"), example.group("input"));
            int count = Integer.parseInt(example.group("count"));
            List<String> part = example.group("part").equals("head")
                    ? lines.subList(0, count)
                    : lines.subList(lines.size() - count, lines.size());
            assertThat(part).isEqualTo(example.group("output").lines().toList());
        }
    }

    /** The lines of a command whose paths stand below the project's folder. */
    private static List<String> run(String arguments, @Nullable String input) throws IOException {
        String[] words = arguments
                .replace(" configs/", " ../configs/")
                .replace(" testdata/", " ../testdata/")
                .split(" ");
        try (InputStream in =
                input == null ? InputStream.nullInputStream() : Files.newInputStream(Path.of("..", input))) {
            CommandRun run = CommandRun.reading(in, words);
            assertThat(run.code()).as(run.err()).isZero();
            return run.out().replace("\"../testdata/", "\"testdata/").lines().toList();
        }
    }
}
