package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Every effective value of a spec with the place it came from. */
public final class Explanation {
    /**
     * One setting.
     *
     * @param key path of the key: {@code execution.fee}
     * @param value as flow YAML
     * @param from where it was said: {@code default}, {@code spec.yaml:3:5}, {@code --set fast=10}
     */
    public record Line(String key, String value, String from) {}

    private Explanation() {}

    /** Lines in the order of the keys' declaration, then of the file. */
    public static List<Line> of(SweepSpec spec) {
        List<Line> lines = new ArrayList<>();
        section(SpecKind.of(spec.effective()).root(), spec.effective(), "", lines);
        return lines;
    }

    private static void section(Key section, Mapping mapping, String prefix, List<Line> lines) {
        for (Key key : section.keys()) {
            Yaml.Entry entry = mapping.entries().get(key.name());
            if (entry == null) {
                continue;
            }
            String path = prefix + key.name();
            switch (entry.value()) {
                case Mapping inner when key.kind() == Key.Kind.SECTION -> section(key, inner, path + ".", lines);
                case Mapping inner
                when key.kind() == Key.Kind.SECTIONS ->
                    inner.entries().forEach((name, value) -> {
                        if (value.value() instanceof Mapping named) {
                            section(key, named, path + "." + name + ".", lines);
                        }
                    });
                case Mapping inner -> // parameters, let and what a workload reads: their keys are the user's
                    inner.entries().forEach((name, value) -> lines.add(line(path + "." + name, value.value())));
                default -> lines.add(line(path, entry.value()));
            }
        }
    }

    private static Line line(String path, Yaml value) {
        return new Line(path, value.flow(), value.place().text());
    }
}
