package dev.winnow.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.space.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedConfigsTest {
    private static final Path CONFIGS = Path.of("../configs");

    private static List<Path> yaml(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_shipped_schema_is_the_generated_one() throws IOException {
        assertThat(CONFIGS.resolve("spec.schema.json"))
                .as("run: bin/winnow config schema > configs/spec.schema.json")
                .hasContent(SpecSchema.text());
    }

    @Test
    void the_reference_loads_and_has_every_key_with_its_default_and_a_comment() throws IOException {
        SweepSpec spec = SpecReader.read(CONFIGS.resolve("reference.yaml"), Overrides.NONE);
        List<String> lines = Files.readAllLines(CONFIGS.resolve("reference.yaml"));

        assertThat(spec.name()).isEqualTo("reference");
        assertEveryKey(SpecKeys.ROOT, lines);
        assertEveryKey(SpecKeys.RECORD, lines);
        assertEveryKey(SpecKeys.REPLAY, lines);
    }

    private static void assertEveryKey(Key section, List<String> lines) {
        for (Key key : section.keys()) {
            String start = "\\s*(# +)?" + key.name() + ":";
            assertThat(lines).as(key.name()).anyMatch(line -> line.matches(start + "(\\s.*)?"));
            if (key.kind() == Key.Kind.SECTION || key.kind() == Key.Kind.SECTIONS) {
                assertEveryKey(key, lines);
            } else if (!key.fallback().isEmpty() && !key.name().equals("stop-loss")) {
                assertThat(lines)
                        .as(key.name() + " with its default " + key.fallback())
                        .anyMatch(line ->
                                line.strip().replaceFirst("^# +", "").startsWith(key.name() + ": " + key.fallback()));
            }
        }
    }

    @Test
    void every_example_loads() throws IOException {
        List<Path> examples = yaml("examples");

        assertThat(examples).hasSizeGreaterThanOrEqualTo(8);
        for (Path example : examples) {
            SweepSpec spec = SpecReader.read(example, Overrides.NONE);
            assertThat(example.getFileName()).hasToString(spec.name() + ".yaml");
            List<Axis> axes = spec.section() instanceof WorkloadSection.Recorded recorded
                    ? recorded.strategies().stream()
                            .flatMap(strategy -> strategy.axes().stream())
                            .toList()
                    : spec.axes();
            assertThat(axes).isNotEmpty();
        }
    }

    @Test
    void the_shipped_profiles_are_the_known_ones_and_load() throws IOException {
        assertThat(yaml("profiles").stream()
                        .map(file -> file.getFileName().toString().replace(".yaml", "")))
                .containsExactlyElementsOf(SpecReader.PROFILES);
        for (String profile : SpecReader.PROFILES) {
            SpecReader.read(
                    CONFIGS.resolve("reference.yaml"),
                    new Overrides(profile, java.util.Map.of(), List.of(), List.of()));
        }
    }
}
