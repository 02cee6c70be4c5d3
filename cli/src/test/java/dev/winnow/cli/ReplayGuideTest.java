package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specs of the guide to replays run, and so does the example. */
class ReplayGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/replay.md");
    private static final Path EXAMPLES = Path.of("../configs/examples");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir
    private Path folder;

    @Test
    void every_spec_of_the_guide_runs() throws IOException {
        List<String> specs = YAML.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        Path strategies = write("strategies", specs.getFirst());
        CommandRun record = CommandRun.of("record", strategies.toString(), "-o", folder + "/signals");
        assertThat(record.code()).as(record.err()).isZero();
        assertThat(specs).hasSize(4);
        for (String spec : specs.subList(1, specs.size())) {
            replayed(write("replay", spec));
        }
    }

    @Test
    void the_example_runs_from_a_fresh_clone() throws IOException {
        for (String name : List.of("ensemble-record", "ensemble-replay")) {
            write(
                    name,
                    Files.readString(EXAMPLES.resolve(name + ".yaml"))
                            .replace("../../signals", "signals")
                            .replace("../../testdata", "testdata"));
        }
        CommandRun replay = replayed(folder.resolve("ensemble-replay.yaml"));
        assertThat(replay.err()).contains("recorded 17 settings of ensemble-record.yaml");
    }

    private Path write(String name, String spec) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                spec.replace(
                        "testdata/", Path.of("../testdata").toAbsolutePath().normalize() + "/"));
    }

    private CommandRun replayed(Path spec) {
        CommandRun replay = CommandRun.of(
                "replay", spec.toString(), "--out", folder.resolve("runs").toString());
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("proof: 5 random points equal");
        return replay;
    }
}
