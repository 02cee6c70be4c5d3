package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of docs/guide/signals.md, in its order, and holds what they print against what stands there. */
class SignalsGuideTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:`|^\\$ )winnow ([^`\\n|]+)(?:`|$)");
    private static final Pattern PLACEHOLDER = Pattern.compile(".*\\b(SPEC|FILE|DIR)\\b.*");

    @TempDir
    private Path folder;

    private String[] words(String command) {
        Map<String, String> paths = Map.of(
                "signals", folder.resolve("signals").toString(),
                "rounded", folder.resolve("rounded").toString());
        List<String> words = Arrays.asList(command.strip().split(" "));
        for (int i = 1; i < words.size(); i++) {
            words.set(i, paths.getOrDefault(words.get(i), words.get(i).replaceFirst("^configs/", "../configs/")));
        }
        return words.toArray(String[]::new);
    }

    @Test
    void every_command_does_what_the_guide_says() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/signals.md"));
        String design = Files.readString(Path.of("../docs/design/signals.md"));
        StringBuilder printed = new StringBuilder();
        List<String> commands = COMMAND.matcher(guide)
                .results()
                .map(match -> match.group(1))
                .filter(command ->
                        command.contains(" ") && !PLACEHOLDER.matcher(command).matches())
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(7);
        for (String command : commands) {
            CommandRun run = CommandRun.of(words(command));
            assertThat(run.code())
                    .as("%s: %s", command, run.err())
                    .isEqualTo(command.startsWith("signals diff ") ? 1 : 0);
            printed.append(run.out());
        }
        String shown = guide.replaceFirst("(?s).*\\n\\$ winnow record[^\\n]*\\n(.*?)```.*", "$1");
        assertThat(printed.toString()).startsWith(shown);
        assertThat(printed).contains("3 signals of scores in 29.5 KiB");
        for (String line : guide.replaceFirst("(?s).*```\\n(\\{\"recording.*?)```.*", "$1")
                .lines()
                .toList()) {
            for (String part : line.split("\\.\\.\\.", -1)) {
                assertThat(printed).contains(part.replaceFirst("]?}+$", ""));
            }
        }
        assertThat(design).contains("2,342 bytes").contains("2,853");
        assertThat(printed).containsPattern("trend +9 .* 2342 +735120").containsPattern("breakout +5 .* 2853 +408400");
    }
}
