package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guide to reports run, and what it quotes is what they say. */
class ReportsGuideTest {
    private static final String PROGRAM = "bin/winnow ";

    @TempDir
    private Path folder;

    private String run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow().toString();
        }
    }

    private CommandRun winnow(String line) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : line.substring(PROGRAM.length()).split(" ", -1)) {
            words.add(
                    switch (word) {
                        case "RUN", "OTHER" -> run();
                        case "figures.csv" -> folder.resolve(word).toString();
                        default -> word.startsWith("configs/") ? "../" + word : word;
                    });
        }
        words.addAll(List.of("--out", folder.resolve("runs").toString()));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void its_commands_run_and_its_verdict_is_theirs() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/reports.md"));
        List<String> lines =
                guide.lines().filter(line -> line.startsWith(PROGRAM)).toList();
        assertThat(lines).hasSizeGreaterThan(5);
        for (String line : lines) {
            CommandRun run = winnow(line);
            assertThat(run.code()).as(line + ": " + run.err()).isZero();
        }
        String quoted =
                guide.substring(guide.indexOf("**No better"), guide.indexOf("```", guide.indexOf("**No better")));
        assertThat(winnow(PROGRAM + "report RUN --format md").out()).contains(quoted);
        assertThat(folder.resolve("figures.csv")).isNotEmptyFile();
    }
}
