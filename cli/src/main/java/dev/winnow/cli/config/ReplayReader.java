package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.cli.config.Yaml.Sequence;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.space.Axis;
import dev.winnow.replay.ensemble.Trailing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** Reads what a replay searches: how signals are combined, weights, thresholds, and lists inside the execution. */
final class ReplayReader {
    private static final List<String> WAYS = List.of("weighted", "any", "all", "best-of", "vote");
    private static final List<String> WEIGHTS = List.of("simplex", "dirichlet", "vectors", "ranges", "scale");
    private static final List<String> SCALES = List.of("sum-1", "none");

    private final Mapping spec;
    private final AxisReader reader;
    private final Problems problems;
    private final List<Axis> axes = new ArrayList<>();
    private final Mapping execution;
    private final CombineSection combine;

    /** @param parameters that the spec declares itself */
    ReplayReader(Mapping spec, List<Axis> parameters, AxisReader reader, Problems problems) {
        this.spec = spec;
        this.reader = reader;
        this.problems = problems;
        List<Axis> own = List.copyOf(parameters);
        this.combine = combine(own);
        this.axes.addAll(own);
        this.execution = execution();
    }

    /** All parameters but the weights: those of the combination, those that the spec declares, those of the execution. */
    List<Axis> axes() {
        return List.copyOf(axes);
    }

    /** The execution with each list replaced by the name of the parameter that it became. */
    Mapping executionByName() {
        return execution;
    }

    CombineSection combination() {
        return combine;
    }

    private CombineSection combine(List<Axis> parameters) {
        Entry entry = spec.entries().get("combine");
        Yaml value = entry == null ? new Scalar("weighted", false, 0, spec.place()) : entry.value();
        String way = value instanceof Scalar scalar ? scalar.text() : "";
        Yaml inner = value;
        if (value instanceof Mapping mapping && mapping.entries().size() == 1) {
            way = mapping.entries().keySet().iterator().next();
            inner = mapping.entries().values().iterator().next().value();
        }
        boolean plain = value instanceof Scalar;
        if (!WAYS.contains(way)
                || (plain && way.equals("vote"))
                || (!plain && !List.of("vote", "best-of").contains(way))) {
            problems.add(
                    value.place(),
                    "combine: '" + value.flow()
                            + "' is not weighted, any, all, { vote: k } or { best-of: { window: n } }"
                            + (way.isEmpty() || WAYS.contains(way) ? "" : Suggestion.of(way, WAYS)));
            return new CombineSection.Vote(NumberOrParameter.of(1));
        }
        return switch (way) {
            case "any" -> new CombineSection.Vote(NumberOrParameter.of(1));
            case "all" -> CombineSection.Vote.ALL;
            case "vote" -> new CombineSection.Vote(whole("vote", inner, parameters));
            case "best-of" -> bestOf(plain ? Mapping.EMPTY : inner, parameters);
            default -> new CombineSection.Weighted(threshold("enter", parameters), threshold("exit", parameters));
        };
    }

    private CombineSection bestOf(Yaml value, List<Axis> parameters) {
        NumberOrParameter window = NumberOrParameter.of(60);
        Trailing by = Trailing.TOTAL_RETURN;
        if (!(value instanceof Mapping)) {
            problems.add(value.place(), "best-of: '" + value.flow() + "' is not { window: bars, by: metric }");
        }
        Mapping mapping = value instanceof Mapping given ? given : Mapping.EMPTY;
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            Yaml inner = entry.getValue().value();
            switch (entry.getKey()) {
                case "window" -> window = whole("window", inner, parameters);
                case "by" -> {
                    if (Trailing.names().contains(inner.flow())) {
                        by = Trailing.of(inner.flow());
                    } else {
                        problems.add(
                                inner.place(),
                                "by: '" + inner.flow() + "' is no metric of late"
                                        + Suggestion.of(inner.flow(), Trailing.names()));
                    }
                }
                default ->
                    problems.add(
                            entry.getValue().key(),
                            "unknown key '" + entry.getKey() + "' in best-of"
                                    + Suggestion.of(entry.getKey(), List.of("window", "by")));
            }
        }
        return new CombineSection.BestOf(window, by, threshold("enter", parameters), threshold("exit", parameters));
    }

    private NumberOrParameter whole(String name, Yaml value, List<Axis> parameters) {
        NumberOrParameter number = number(name, value, parameters);
        if (!within(number, at -> at >= 1 && at == Math.rint(at) && at <= Integer.MAX_VALUE)) {
            problems.add(value.place(), name + ": '" + value.flow() + "' is not whole and at least 1");
        }
        return number;
    }

    private NumberOrParameter threshold(String name, List<Axis> parameters) {
        Entry entry = spec.section("thresholds").entries().get(name);
        if (entry == null) {
            return NumberOrParameter.of(name.equals("enter") ? 0.5 : 0);
        }
        NumberOrParameter number = number(name, entry.value(), parameters);
        if (name.equals("enter") && !within(number, at -> at > 0)) {
            problems.add(entry.value().place(), "enter: '" + entry.value().flow() + "' is not above 0");
        }
        return number;
    }

    private boolean within(NumberOrParameter number, DoublePredicate fits) {
        if (number.parameter() == null) {
            return fits.test(number.value());
        }
        return axes.stream()
                .filter(axis -> axis.name().equals(number.parameter()))
                .allMatch(axis -> Arrays.stream(axis.values()).allMatch(fits));
    }

    /** A number, a parameter's name, or values that make a parameter of this name. */
    private NumberOrParameter number(String name, Yaml value, List<Axis> parameters) {
        if (value instanceof Scalar scalar) {
            Quantity quantity = Quantity.parse(scalar.text());
            if (quantity != null) {
                return NumberOrParameter.of(quantity.value());
            }
            if (parameters.stream().anyMatch(axis -> axis.name().equals(scalar.text()))) {
                return new NumberOrParameter(Double.NaN, scalar.text());
            }
            problems.add(
                    value.place(),
                    name + ": '" + scalar.text() + "' is neither a number nor a parameter"
                            + Suggestion.of(
                                    scalar.text(),
                                    parameters.stream().map(Axis::name).toList()));
            return NumberOrParameter.of(1);
        }
        Axis axis = reader.axis(name, value);
        if (axis == null) {
            return NumberOrParameter.of(1);
        }
        axes.add(axis);
        return new NumberOrParameter(Double.NaN, name);
    }

    private Mapping execution() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Mapping given = spec.section("execution");
        given.entries().forEach((key, entry) -> {
            String name = key.replace('-', '_');
            Axis axis = entry.value() instanceof Scalar || key.equals("fill") ? null : reader.axis(name, entry.value());
            if (axis != null) {
                axes.add(axis);
            }
            entries.put(
                    key,
                    axis == null
                            ? entry
                            : new Entry(
                                    entry.key(),
                                    new Scalar(name, false, 0, entry.value().place())));
        });
        return new Mapping(entries, given.place());
    }

    /** The weights; equal ones where none are given. */
    WeightSection weights() {
        Entry entry = spec.entries().get("weights");
        if (entry == null) {
            return new WeightSection.Equal();
        }
        if (entry.value() instanceof Sequence vectors) {
            return vectors(vectors, true);
        }
        if (!(entry.value() instanceof Mapping weights)) {
            return wrong(entry.value(), "a list of vectors, or simplex, dirichlet, vectors or ranges");
        }
        for (Map.Entry<String, Entry> one : weights.entries().entrySet()) {
            if (!WEIGHTS.contains(one.getKey())) {
                problems.add(
                        one.getValue().key(),
                        "unknown key '" + one.getKey() + "' in weights" + Suggestion.of(one.getKey(), WEIGHTS));
            }
        }
        String scale = weights.entries().containsKey("scale")
                ? weights.entries().get("scale").value().flow()
                : "sum-1";
        if (!SCALES.contains(scale)) {
            problems.add(weights.place(), "scale: '" + scale + "' is not sum-1 or none" + Suggestion.of(scale, SCALES));
        }
        List<String> ways = weights.entries().keySet().stream()
                .filter(key -> !key.equals("scale"))
                .toList();
        if (ways.size() != 1) {
            return wrong(weights, "one of simplex, dirichlet, vectors and ranges");
        }
        Yaml value = weights.entries().get(ways.getFirst()).value();
        boolean scaled = scale.equals("sum-1");
        return switch (ways.getFirst()) {
            case "simplex" -> simplex(value);
            case "dirichlet" ->
                new WeightSection.Drawn((int) count(value, "count", 1, Integer.MAX_VALUE, Double.NaN), (long)
                        count(value, "seed", 0, 1e15, 1));
            case "vectors" ->
                value instanceof Sequence vectors ? vectors(vectors, scaled) : wrong(value, "a list of vectors");
            case "ranges" ->
                value instanceof Mapping ranges
                        ? new WeightSection.Ranges(ranges(ranges), scaled)
                        : wrong(value, "signals with values, like trend_1: { from: 0, to: 1, step: 0.1 }");
            default -> new WeightSection.Equal();
        };
    }

    private WeightSection simplex(Yaml value) {
        double step = inner(value, "step", Double.NaN);
        double parts = Math.rint(1 / step);
        return parts >= 1 && parts <= 10_000 && Math.abs(1 / step - parts) <= 1e-9 * parts
                ? new WeightSection.Even((int) parts)
                : wrong(value, "{ step: s } with 1 a whole number of steps");
    }

    private double count(Yaml value, String key, double least, double most, double fallback) {
        double count = inner(value, key, fallback);
        if (!(count >= least && count <= most && count == Math.rint(count))) {
            problems.add(value.place(), "weights: '" + key + "' is not whole and at least " + (long) least);
            return 1;
        }
        return count;
    }

    private static double inner(Yaml value, String key, double fallback) {
        Entry entry = value instanceof Mapping mapping ? mapping.entries().get(key) : null;
        if (entry == null) {
            return fallback;
        }
        Quantity quantity = Quantity.parse(entry.value().flow());
        return quantity == null ? Double.NaN : quantity.value();
    }

    private Map<String, Axis> ranges(Mapping ranges) {
        Map<String, Axis> read = new LinkedHashMap<>();
        ranges.entries().forEach((name, entry) -> {
            Axis axis = reader.axis(name, entry.value());
            if (axis != null) {
                read.put(name, axis);
            }
        });
        return read;
    }

    /** A list of lists; a list of numbers is one vector. */
    private WeightSection vectors(Sequence given, boolean scaled) {
        List<List<Double>> vectors = new ArrayList<>();
        boolean one = given.items().stream().allMatch(Scalar.class::isInstance);
        for (Yaml item : one ? List.<Yaml>of(given) : given.items()) {
            List<Double> vector = vector(item);
            if (vector == null) {
                return wrong(item, "a vector of numbers, one a signal");
            }
            vectors.add(vector);
        }
        return new WeightSection.Vectors(vectors, scaled);
    }

    private static @Nullable List<Double> vector(Yaml value) {
        if (!(value instanceof Sequence sequence) || sequence.items().isEmpty()) {
            return null;
        }
        List<Double> vector = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            Quantity quantity = item instanceof Scalar scalar ? Quantity.parse(scalar.text()) : null;
            if (quantity == null || !Double.isFinite(quantity.value())) {
                return null;
            }
            vector.add(quantity.value());
        }
        return vector;
    }

    private WeightSection wrong(Yaml value, String wanted) {
        problems.add(value.place(), "weights: '" + value.flow() + "' is not " + wanted);
        return new WeightSection.Equal();
    }

    /** The settings that are listed by hand, as texts. */
    Map<String, List<Map<String, String>>> settings() {
        Map<String, List<Map<String, String>>> settings = new LinkedHashMap<>();
        spec.section("signals").section("settings").entries().forEach((strategy, entry) -> {
            List<Yaml> items = entry.value() instanceof Sequence sequence ? sequence.items() : List.of(entry.value());
            List<Map<String, String>> ofStrategy = new ArrayList<>();
            for (Yaml item : items) {
                if (!(item instanceof Mapping mapping)) {
                    problems.add(
                            item.place(), "settings: '" + item.flow() + "' is no setting like { fast: 10, slow: 50 }");
                    continue;
                }
                Map<String, String> values = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, value) -> values.put(name, value.value().flow()));
                ofStrategy.add(values);
            }
            settings.put(strategy, ofStrategy);
        });
        return settings;
    }
}
