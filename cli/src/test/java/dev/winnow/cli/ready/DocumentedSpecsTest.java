package dev.winnow.cli.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.engine.space.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specs in the documents are specs. */
class DocumentedSpecsTest {
    private static final Pattern YAML = Pattern.compile("(?s)```ya?ml\n(.*?)```");

    @TempDir
    private Path folder;

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(Path.of("../docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    /** One that says which bars and what to do with them; the others show a part. */
    private static boolean whole(String yaml) {
        return yaml.contains("data:") && (yaml.contains("strategy:") || yaml.contains("strategies:"));
    }

    /** Compiles a spec; all its parameters. */
    private static List<Axis> axes(SweepSpec spec) {
        return spec.section() instanceof WorkloadSection.Recorded
                ? ReadyRecording.of(spec).strategies().stream()
                        .flatMap(strategy -> strategy.source().axes().stream())
                        .toList()
                : ReadySpec.of(spec).spec().axes();
    }

    @Test
    void every_whole_spec_of_the_documents_compiles() throws IOException {
        int specs = 0;
        for (Path document : documents()) {
            for (MatchResult block :
                    YAML.matcher(Files.readString(document)).results().toList()) {
                if (whole(block.group(1))) {
                    Path spec = Files.writeString(folder.resolve("spec" + specs++ + ".yaml"), block.group(1));
                    assertThat(axes(SpecReader.read(spec, Overrides.NONE)))
                            .as("%s: %s", document, block.group(1))
                            .isNotEmpty();
                }
            }
        }
        assertThat(specs).isPositive();
    }
}
