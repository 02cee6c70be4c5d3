package dev.winnow.cli.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a spec with everything that is laid over it, and tells all its problems at once. */
public final class SpecReader {
    /** The profiles that come with winnow. */
    static final List<String> PROFILES = List.of("laptop", "machine", "quiet");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // the binder has told of each
            .build();

    private static final Mapping NOTHING = new Mapping(Map.of(), Place.of("default"));

    private final Problems problems = new Problems();

    private SpecReader() {}

    /** What Jackson binds of every spec; the parameters are read apart. */
    private record Common(
            @Nullable String name,
            @Nullable String where,
            Objectives objective,
            @Nullable String require,
            @Nullable List<String> metrics,
            RunSection run) {}

    private record Objectives(
            @Nullable String maximize, @Nullable String minimize) {}

    /**
     * The spec under its overrides.
     *
     * @param file the spec
     * @param overrides what stands over it
     * @throws UserError with every problem of every layer, in the order of their places
     */
    public static SweepSpec read(Path file, Overrides overrides) {
        Path folder = file.toAbsolutePath().getParent();
        return new SpecReader().spec(file.toString(), text(file), folder == null ? Path.of("") : folder, overrides);
    }

    /**
     * A spec that is no file of its own, with nothing over it.
     *
     * @param source what its places name
     * @param text as a file would hold it; {@link StoredSpec} makes it from what a run keeps
     * @param folder what relative paths start from
     * @throws UserError with every problem, in the order of their places
     */
    public static SweepSpec read(String source, String text, Path folder) {
        return new SpecReader().spec(source, text, folder, Overrides.NONE);
    }

    private SweepSpec spec(String source, String text, Path folder, Overrides overrides) {
        Mapping profile = profile(overrides.profileOrEnvironment());
        Mapping own = mapping(source, text);
        String workload = workload(own);
        Key root = SpecKeys.root(workload);
        Layers layers = new Layers(problems, root);
        Mapping spec = Layers.over(profile, own);
        spec = Layers.over(spec, layers.environment(overrides.environment()));
        Mapping base = spec;
        for (String assignment : overrides.set()) {
            spec = Layers.over(spec, layers.set(assignment, base));
        }
        for (Overrides.Flag flag : overrides.flags()) {
            spec = Layers.over(spec, layers.tree(flag.path(), flag.value(), flag.text()));
        }
        Mapping effective = Layers.over(layers.defaults(root, spec), spec);
        if (!workload(effective).equals(workload)) {
            problems.add(place(effective, "workload"), "workload: the spec's own file says which; leave it out here");
        }
        return bound(source, folder, root, workload, effective, base, own.place());
    }

    private SweepSpec bound(
            String source, Path folder, Key root, String workload, Mapping effective, Mapping unset, Place top) {
        AxisReader reader = new AxisReader(problems);
        Entry parameters = effective.entries().get("parameters");
        List<Axis> axes = parameters == null
                ? List.of()
                : named(
                        reader.axes(parameters.value()),
                        parameters.value(),
                        unset.entries().get("parameters"));
        Map<String, Object> values =
                new Binder(problems, new SettingReader(problems, axes, reader)).bind(root, effective);
        boolean backtest = workload.equals(SpecKeys.BACKTEST);
        whole(effective, backtest, top);
        problems.check();
        Common document = MAPPER.convertValue(values, Common.class);
        WorkloadSection section = backtest
                ? MAPPER.convertValue(values, WorkloadSection.Backtest.class)
                : new WorkloadSection.Own(workload, settings(values.get(workload)));
        String max = document.objective().maximize();
        String min = document.objective().minimize();
        return new SweepSpec(
                document.name() == null ? stem(Path.of(source)) : document.name(),
                folder,
                section,
                axes,
                document.where(),
                new Objective(max != null ? max : min != null ? min : "sharpe", max != null || min == null),
                document.require(),
                document.metrics() == null ? List.of() : document.metrics(),
                document.run(),
                effective);
    }

    /** A parameter whose names are narrowed by --set keeps the names of the file, which expressions may ask for. */
    private List<Axis> named(List<Axis> axes, Yaml effective, @Nullable Entry unset) {
        if (unset == null) {
            return axes;
        }
        Map<String, Axis> declared = new AxisReader(new Problems())
                .axes(unset.value()).stream().collect(Collectors.toMap(Axis::name, Function.identity(), (a, b) -> a));
        return axes.stream()
                .map(axis -> {
                    Axis whole = declared.getOrDefault(axis.name(), axis);
                    return axis.type() == Axis.Type.NAME && whole.type() == Axis.Type.NAME
                            ? narrowed(
                                    axis,
                                    whole.names(),
                                    ((Mapping) effective).entries().get(axis.name()))
                            : axis;
                })
                .toList();
    }

    private Axis narrowed(Axis axis, List<String> names, @Nullable Entry entry) {
        for (String name : axis.names()) {
            if (!names.contains(name) && entry != null) {
                problems.add(
                        entry.value().place(),
                        "parameter '" + axis.name() + "' is never '" + name + "'" + Suggestion.of(name, names));
                return axis;
            }
        }
        double[] values = new double[axis.levels()];
        for (int level = 0; level < values.length; level++) {
            values[level] = names.indexOf(axis.text(axis.value(level)));
        }
        return new Axis(axis.name(), axis.type(), values, names);
    }

    /** Name of the workload that the mapping asks for. */
    private static String workload(Mapping spec) {
        Entry entry = spec.entries().get("workload");
        return entry != null
                        && entry.value() instanceof Yaml.Scalar scalar
                        && !scalar.text().isBlank()
                ? scalar.text()
                : SpecKeys.BACKTEST;
    }

    @SuppressWarnings("unchecked") // as the binder makes it
    private static Map<String, Object> settings(@Nullable Object tree) {
        return tree == null ? Map.of() : (Map<String, Object>) tree;
    }

    /** What no single key can tell: missing and contradicting ones. */
    private void whole(Mapping effective, boolean backtest, Place top) {
        int objectives = section(effective, "objective").entries().size();
        if (objectives > 1) {
            problems.add(place(effective, "objective"), "objective: give either maximize or minimize");
        }
        if (backtest) {
            wholeBacktest(effective, top);
        } else if (objectives == 0) {
            problems.add(
                    top, "objective: nothing is best; give objective.maximize or objective.minimize with a metric");
        }
    }

    private void wholeBacktest(Mapping effective, Place top) {
        Mapping data = section(effective, "data");
        Mapping strategy = section(effective, "strategy");
        boolean path = data.entries().containsKey("path");
        boolean synthetic = data.entries().containsKey("synthetic");
        if (path == synthetic) {
            problems.add(
                    path ? place(effective, "data") : top,
                    path
                            ? "data: both path and synthetic are given; keep one"
                            : "data: no bars; give data.path or data.synthetic");
        }
        if (synthetic && !section(data, "synthetic").entries().containsKey("bars")) {
            problems.add(place(data, "synthetic"), "synthetic: 'bars' is missing; say how many");
        }
        List<String> planes = List.of("enter-long", "exit-long", "enter-short", "exit-short");
        boolean position = strategy.entries().containsKey("position");
        boolean four = planes.stream().anyMatch(strategy.entries()::containsKey);
        if (position && four) {
            problems.add(
                    place(effective, "strategy"), "strategy: position stands instead of enter and exit; keep one kind");
        } else if (!position
                && !strategy.entries().containsKey("enter-long")
                && !strategy.entries().containsKey("enter-short")) {
            problems.add(top, "strategy: nothing ever enters; give enter-long, enter-short or position");
        }
    }

    private static Mapping section(Mapping mapping, String name) {
        Entry entry = mapping.entries().get(name);
        return entry != null && entry.value() instanceof Mapping section ? section : NOTHING;
    }

    private static Place place(Mapping mapping, String name) {
        Entry entry = mapping.entries().get(name);
        return entry == null ? mapping.place() : entry.value().place();
    }

    private Mapping mapping(String source, String text) {
        Yaml yaml = YamlReader.file(source, text, problems);
        if (yaml instanceof Mapping mapping) {
            return mapping;
        }
        if (problems.isEmpty()) {
            problems.add(new Place(source, 1, 1), "keys with values are wanted, see 'winnow config schema'");
        }
        problems.check();
        return NOTHING;
    }

    private Mapping profile(@Nullable String profile) {
        if (profile == null) {
            return NOTHING;
        }
        boolean file = profile.contains("/") || profile.endsWith(".yaml") || profile.endsWith(".yml");
        Mapping mapping =
                mapping(file ? profile : "profile " + profile, file ? text(Path.of(profile)) : shipped(profile));
        mapping.entries().forEach((name, entry) -> {
            if (!name.equals("run")) {
                problems.add(
                        entry.key(), "a profile holds only 'run', which never changes a result, not '" + name + "'");
            }
        });
        return mapping;
    }

    private static String shipped(String profile) {
        if (!PROFILES.contains(profile)) {
            throw new UserError("--profile: no profile '" + profile + "'" + Suggestion.of(profile, PROFILES));
        }
        try (InputStream in = SpecReader.class.getResourceAsStream("/configs/profiles/" + profile + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("profile " + profile + " is not in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no such file; give the path of a spec, like configs/examples/sma-cross.yaml");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(file + ": not readable as UTF-8 text (" + e.getMessage() + ")");
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
