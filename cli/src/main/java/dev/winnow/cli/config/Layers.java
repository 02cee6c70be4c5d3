package dev.winnow.cli.config;

import dev.winnow.cli.config.Key.Kind;
import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.engine.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays settings over settings: what comes later wins, section by section, key by key. */
final class Layers {
    private static final Place DEFAULT = Place.of("default");

    /** Variables that are not settings of a spec. */
    private static final Set<String> RESERVED = Set.of("WINNOW_JAVA_HOME", "WINNOW_OPTS", "WINNOW_PROFILE");

    private final Problems problems;
    private final Key root;

    /** @param root the whole spec */
    Layers(Problems problems, Key root) {
        this.problems = problems;
        this.root = root;
    }

    /** The second over the first. */
    static Mapping over(Mapping below, Mapping above) {
        Map<String, Entry> entries = new LinkedHashMap<>(below.entries());
        above.entries().forEach((name, entry) -> {
            Entry lower = entries.get(name);
            boolean both = lower != null
                    && lower.value() instanceof Mapping
                    && entry.value() instanceof Mapping
                    && !range(entry.value());
            entries.put(
                    name,
                    both ? new Entry(entry.key(), over((Mapping) lower.value(), (Mapping) entry.value())) : entry);
        });
        return new Mapping(entries, above.place());
    }

    private static boolean range(Yaml value) {
        return value instanceof Mapping mapping
                && mapping.entries().containsKey("from")
                && mapping.entries().containsKey("to")
                && (mapping.entries().containsKey("step") || mapping.entries().containsKey("count"));
    }

    /** The defaults of a section; those of {@code synthetic} only where the spec has one. */
    Mapping defaults(Key section, Mapping given) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Key key : section.keys()) {
            if (key.kind() == Kind.SECTION) {
                Entry there = given.entries().get(key.name());
                Mapping below = there != null && there.value() instanceof Mapping mapping
                        ? mapping
                        : new Mapping(Map.of(), DEFAULT);
                if (there != null || !key.name().equals("synthetic")) {
                    entries.put(key.name(), new Entry(DEFAULT, defaults(key, below)));
                }
            } else if (!key.fallback().isEmpty()) {
                Yaml value = YamlReader.fragment("default", key.fallback(), problems);
                if (value != null) {
                    entries.put(key.name(), new Entry(DEFAULT, value));
                }
            }
        }
        return new Mapping(entries, DEFAULT);
    }

    /** What the environment sets: WINNOW_EXECUTION_FEE is execution.fee, WINNOW_THREADS run.threads. */
    Mapping environment(Map<String, String> variables) {
        Map<String, String> known = new TreeMap<>();
        paths(root, "", known);
        Mapping result = new Mapping(Map.of(), Place.of("environment"));
        for (Map.Entry<String, String> variable : new TreeMap<>(variables).entrySet()) {
            String name = variable.getKey();
            if (!name.startsWith("WINNOW_") || RESERVED.contains(name)) {
                continue;
            }
            String path = known.get(name);
            if (path == null) {
                problems.add(Place.of("environment " + name), "no such setting" + Suggestion.of(name, known.keySet()));
            } else {
                result = over(result, tree(path, variable.getValue(), "environment " + name));
            }
        }
        return result;
    }

    /** Names of environment variables, with the paths they set. */
    private static void paths(Key section, String prefix, Map<String, String> into) {
        for (Key key : section.keys()) {
            String path = prefix + key.name();
            if (key.kind() == Kind.SECTION) {
                paths(key, path + ".", into);
            } else if (!open(key)) {
                String bare = path.startsWith("run.") ? path.substring(4) : path;
                into.put(
                        "WINNOW_"
                                + bare.toUpperCase(Locale.ROOT)
                                        .replace('.', '_')
                                        .replace('-', '_'),
                        path);
            }
        }
    }

    /** What one {@code --set key=value} says: a parameter of the spec, or a key's path. */
    Mapping set(String assignment, Mapping below) {
        String source = "--set " + assignment;
        Mapping nothing = new Mapping(Map.of(), Place.of(source));
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            problems.add(Place.of("--set '" + assignment + "'"), "write --set key=value, like --set fast=10");
            return nothing;
        }
        String key = assignment.substring(0, equals).strip();
        String value = assignment.substring(equals + 1);
        Map<String, String> parameters = parameters(below);
        String path = parameters.getOrDefault(key, key);
        if (!known(path, below)) {
            List<String> all = new ArrayList<>(parameters.keySet());
            Map<String, String> names = new TreeMap<>();
            paths(root, "", names);
            all.addAll(names.values());
            String leaf = key.substring(key.lastIndexOf('.') + 1);
            String whole = names.values().stream()
                    .filter(name -> name.endsWith("." + leaf))
                    .findFirst()
                    .orElse("");
            problems.add(
                    Place.of(source),
                    "no parameter or setting '" + key + "'"
                            + (whole.isEmpty() ? Suggestion.of(key, all) : "; did you mean '" + whole + "'?"));
            return nothing;
        }
        return tree(path, value, source);
    }

    /** Paths of the parameters by name; where strategies share a name, that alone does not tell which is meant. */
    private static Map<String, String> parameters(Mapping spec) {
        Map<String, String> paths = new LinkedHashMap<>();
        spec.section("parameters").entries().keySet().forEach(name -> paths.put(name, "parameters." + name));
        Set<String> shared = new HashSet<>();
        Mapping strategies = spec.section("strategies");
        for (String strategy : strategies.entries().keySet()) {
            for (String name :
                    strategies.section(strategy).section("parameters").entries().keySet()) {
                if (paths.put(name, "strategies." + strategy + ".parameters." + name) != null) {
                    shared.add(name);
                }
            }
        }
        paths.keySet().removeAll(shared);
        return paths;
    }

    private boolean known(String path, Mapping below) {
        @Nullable Key key = root;
        Mapping given = below;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            if (key.kind() == Kind.AXES) {
                return i == names.length - 1 && given.entries().containsKey(names[i]);
            }
            if (key.kind() == Kind.EXPRESSIONS) {
                return i == names.length - 1;
            }
            if (key.kind() == Kind.TREE) {
                return true;
            }
            if (key.kind() == Kind.SECTIONS) {
                key = given.entries().containsKey(names[i]) ? key.named(names[i]) : null;
            } else {
                key = SpecKeys.find(key, names[i]);
            }
            if (key == null) {
                return false;
            }
            given = given.section(names[i]);
        }
        return key.kind() != Kind.SECTION
                && key.kind() != Kind.SECTIONS
                && key.kind() != Kind.AXES
                && key.kind() != Kind.TREE;
    }

    /** Whether the names under the key are the user's own. */
    private static boolean open(Key key) {
        return switch (key.kind()) {
            case AXES, EXPRESSIONS, TREE, SECTIONS, SETTINGS -> true;
            default -> false;
        };
    }

    /** The mapping that has just this value at this path. */
    Mapping tree(String path, String text, String source) {
        Place place = Place.of(source);
        Yaml read = YamlReader.fragment(source, text, problems);
        Yaml value = read == null ? new Yaml.Scalar(text, true, 0, place) : read;
        String[] names = path.split("\\.", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            value = new Mapping(Map.of(names[i], new Entry(place, value)), place);
        }
        return (Mapping) value;
    }
}
