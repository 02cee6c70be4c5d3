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
import java.util.LinkedHashMap;
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

    private final Problems problems = new Problems();

    private SpecReader() {}

    /** What Jackson binds of every spec; the parameters are read apart. */
    private record Common(
            @Nullable String name,
            @Nullable String where,
            @Nullable Objectives objective,
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
        return new SpecReader().spec(file, text(file, "a spec", "configs/examples/sma-cross.yaml"), overrides);
    }

    /**
     * A spec that is no file of its own, with nothing over it.
     *
     * @param file what its places name, and where relative paths start from
     * @param text as a file would hold it; {@link StoredSpec} makes it from what a run keeps
     * @throws UserError with every problem, in the order of their places
     */
    public static SweepSpec read(Path file, String text) {
        return new SpecReader().spec(file, text, Overrides.NONE);
    }

    private SweepSpec spec(Path file, String text, Overrides overrides) {
        Mapping profile = profile(overrides.profileOrEnvironment());
        Mapping own = mapping(file.toString(), text);
        SpecKind kind = SpecKind.of(own);
        Layers layers = new Layers(problems, kind.root());
        Mapping spec = Layers.over(profile, own);
        spec = Layers.over(spec, layers.environment(overrides.environment()));
        Mapping base = spec;
        for (String assignment : overrides.set()) {
            spec = Layers.over(spec, layers.set(assignment, base));
        }
        for (Overrides.Flag flag : overrides.flags()) {
            spec = Layers.over(spec, layers.tree(flag.path(), flag.value(), flag.text()));
        }
        Mapping effective = Layers.over(layers.defaults(kind.root(), spec), spec);
        if (!SpecKind.of(effective).equals(kind)) {
            problems.add(place(effective, "workload"), "workload: the spec's own file says which; leave it out here");
        }
        return bound(file, kind, effective, base, own.place());
    }

    private SweepSpec bound(Path file, SpecKind kind, Mapping effective, Mapping unset, Place top) {
        AxisReader reader = new AxisReader(problems);
        List<Axis> declared = axes(reader, effective, unset);
        ReplayReader replay =
                kind instanceof SpecKind.Replayed ? new ReplayReader(effective, declared, reader, problems) : null;
        List<Axis> axes = replay == null ? declared : replay.axes();
        Binder binder = new Binder(problems, new SettingReader(problems, axes, reader));
        Map<String, Object> values = binder.bind(kind.root(), effective);
        kind.check(effective, top, problems);
        Map<String, List<Axis>> strategyAxes = strategyAxes(reader, effective, unset);
        Searched searched = replay == null ? null : searched(replay, binder, effective);
        if (!problems.isEmpty()) {
            new ExpressionMistakes(effective, values, MAPPER, problems).tell(kind, axes, strategyAxes);
        }
        problems.check();
        WorkloadSection section = searched == null ? section(kind, values, strategyAxes) : replayed(searched, values);
        Common document = MAPPER.convertValue(values, Common.class);
        Objectives objective = document.objective();
        String max = objective == null ? null : objective.maximize();
        String min = objective == null ? null : objective.minimize();
        return new SweepSpec(
                document.name() == null ? stem(file) : document.name(),
                file,
                section,
                axes,
                document.where(),
                new Objective(max != null ? max : min != null ? min : "sharpe", max != null || min == null),
                document.require(),
                document.metrics() == null ? List.of() : document.metrics(),
                document.run(),
                effective);
    }

    /** What Jackson binds of a spec with strategies; the parameters are read apart. */
    private record Strategies(DataSection data, Map<String, RecordedStrategy> strategies, ExecutionSection execution) {}

    private static WorkloadSection section(
            SpecKind kind, Map<String, Object> values, Map<String, List<Axis>> strategyAxes) {
        return switch (kind) {
            case SpecKind.Backtest backtest -> MAPPER.convertValue(values, WorkloadSection.Backtest.class);
            case SpecKind.Own own -> new WorkloadSection.Own(own.workload(), settings(values.get(own.workload())));
            case SpecKind.Replayed replayed -> throw new IllegalStateException("read apart");
            case SpecKind.Recorded recorded -> {
                Strategies read = MAPPER.convertValue(values, Strategies.class);
                yield new WorkloadSection.Recorded(
                        read.data(),
                        read.strategies().entrySet().stream()
                                .map(entry -> entry.getValue()
                                        .source(entry.getKey(), strategyAxes.getOrDefault(entry.getKey(), List.of())))
                                .toList(),
                        read.execution());
            }
        };
    }

    /** What Jackson binds of the signals of a replay. */
    private record Signals(
            String path, @Nullable String record, @Nullable List<String> strategies, SignalsSection.Select select) {}

    /** What a replay searches, read apart; executions as the binder makes them. */
    private record Searched(
            CombineSection combination,
            WeightSection weights,
            Map<String, List<Map<String, String>>> settings,
            Map<String, Object> execution,
            Map<String, Map<String, Object>> judged) {}

    private static Searched searched(ReplayReader replay, Binder binder, Mapping effective) {
        Mapping execution = replay.executionByName();
        Map<String, Map<String, Object>> judged = new LinkedHashMap<>();
        Mapping overrides = effective.section("signals").section("execution");
        for (String strategy : overrides.entries().keySet()) {
            judged.put(strategy, binder.bind(SpecKeys.EXECUTION, Layers.over(execution, overrides.section(strategy))));
        }
        return new Searched(
                replay.combination(),
                replay.weights(),
                replay.settings(),
                binder.bind(SpecKeys.EXECUTION, execution),
                judged);
    }

    private static WorkloadSection replayed(Searched searched, Map<String, Object> values) {
        Signals signals = MAPPER.convertValue(values.get("signals"), Signals.class);
        return new WorkloadSection.Replayed(
                new SignalsSection(
                        signals.path(),
                        signals.record(),
                        signals.strategies() == null ? List.of() : signals.strategies(),
                        signals.select(),
                        searched.settings()),
                searched.combination(),
                searched.weights(),
                (String) values.get("regime"),
                MAPPER.convertValue(searched.execution(), ExecutionSection.class),
                searched.judged().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> MAPPER.convertValue(entry.getValue(), ExecutionSection.class))));
    }

    /** The parameters of a section. */
    private List<Axis> axes(AxisReader reader, Mapping section, Mapping unset) {
        Entry parameters = section.entries().get("parameters");
        return parameters == null
                ? List.of()
                : named(
                        reader.axes(parameters.value()),
                        parameters.value(),
                        unset.entries().get("parameters"));
    }

    /** The parameters of each of the strategies, by name. */
    private Map<String, List<Axis>> strategyAxes(AxisReader reader, Mapping effective, Mapping unset) {
        Map<String, List<Axis>> axes = new LinkedHashMap<>();
        Mapping strategies = effective.section("strategies");
        for (String name : strategies.entries().keySet()) {
            axes.put(
                    name,
                    axes(
                            reader,
                            strategies.section(name),
                            unset.section("strategies").section(name)));
        }
        return axes;
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

    @SuppressWarnings("unchecked") // as the binder makes it
    private static Map<String, Object> settings(@Nullable Object tree) {
        return tree == null ? Map.of() : (Map<String, Object>) tree;
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
        return Mapping.EMPTY;
    }

    private Mapping profile(@Nullable String profile) {
        if (profile == null) {
            return Mapping.EMPTY;
        }
        boolean file = profile.contains("/") || profile.endsWith(".yaml") || profile.endsWith(".yml");
        Mapping mapping = mapping(
                file ? profile : "profile " + profile,
                file ? text(Path.of(profile), "a profile", "configs/profiles/laptop.yaml") : shipped(profile));
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

    /** The file's text; {@code like} is an example of such a file. */
    static String text(Path file, String what, String like) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no such file; give the path of " + what + ", like " + like);
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
