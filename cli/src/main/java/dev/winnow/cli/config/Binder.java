package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.cli.config.Yaml.Sequence;
import dev.winnow.engine.Suggestion;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a section's values against its keys and turns them into the plain values that Jackson binds to records. */
final class Binder {
    /** Whole numbers up to here are exact, in a spec as in a double. */
    private static final long MAX_EXACT = 1_000_000_000_000_000L;

    private final Problems problems;
    private final SettingReader settings;

    Binder(Problems problems, SettingReader settings) {
        this.problems = problems;
        this.settings = settings;
    }

    /** The values by key; a broken one is told and left out. */
    Map<String, Object> bind(Key section, Mapping mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Key key = SpecKeys.find(section, name);
            if (key == null) {
                problems.add(
                        entry.key(),
                        "unknown key '" + name + "'" + in(section) + Suggestion.of(name, SpecKeys.names(section)));
                return;
            }
            Object value = value(key, entry);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static String in(Key section) {
        return section.name().equals(SpecKeys.ROOT.name()) ? "" : " in " + section.name();
    }

    private @Nullable Object value(Key key, Entry entry) {
        Yaml value = entry.value();
        return switch (key.kind()) {
            case SECTION ->
                value instanceof Mapping mapping
                        ? bind(key, mapping)
                        : wrong(key, value, "a section with " + String.join(", ", SpecKeys.names(key)));
            case SECTIONS -> sections(key, value);
            case TEXT, EXPRESSION -> text(key, value);
            case CHAR ->
                value instanceof Scalar scalar && scalar.text().length() == 1
                        ? scalar.text()
                        : wrong(key, value, "one char, like ';' or \"\\t\"");
            case TEXTS -> texts(key, value);
            case EXPRESSIONS -> expressions(key, value);
            case CHOICE -> choice(key, value, key.choices());
            case METRIC -> choice(key, value, PerformanceMetric.names());
            case METRICS -> metrics(key, value);
            case NUMBER -> number(key, value);
            case WHOLE -> whole(key, value, 0, MAX_EXACT);
            case COUNT -> count(key, value);
            case COUNT_OR_AUTO -> said(value, "auto") ? Long.valueOf(0) : count(key, value);
            case COUNT_OR_ALL -> said(value, "all") ? Long.valueOf(Long.MAX_VALUE) : count(key, value);
            case BYTES_OR_AUTO -> said(value, "auto") ? Long.valueOf(0) : bytes(key, value);
            case FAILURES -> said(value, "any") ? FailureLimit.ANY : failures(key, value);
            case TREE -> value instanceof Mapping mapping ? tree(mapping) : wrong(key, value, "keys with values");
            case AXES, AXIS, COMBINE, WEIGHTS, SETTINGS -> null; // read apart
            case CASH, AMOUNT, COST, FRACTION, STOP, LOT -> settings.read(key, value);
        };
    }

    private @Nullable Map<String, Object> sections(Key key, Yaml value) {
        if (!(value instanceof Mapping mapping)) {
            return wrong(key, value, "names with sections");
        }
        Map<String, Object> sections = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Object section = value(key.named(name), entry);
            if (section != null) {
                sections.put(name, section);
            }
        });
        return sections;
    }

    private @Nullable String text(Key key, Yaml value) {
        return value instanceof Scalar scalar && !scalar.text().isBlank() ? scalar.text() : wrong(key, value, "text");
    }

    private @Nullable List<String> texts(Key key, Yaml value) {
        List<Yaml> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Yaml item : items) {
            String text = text(key, item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable Map<String, String> expressions(Key key, Yaml value) {
        if (!(value instanceof Mapping mapping)) {
            return wrong(key, value, "names with expressions");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            String text = text(key, entry.value());
            if (text != null) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private @Nullable String choice(Key key, Yaml value, List<String> choices) {
        String text = text(key, value);
        if (text != null && !choices.contains(text)) {
            String what = key.kind() == Key.Kind.METRIC ? "metric" : key.name();
            problems.add(value.place(), "unknown " + what + " '" + text + "'" + Suggestion.of(text, choices));
            return null;
        }
        return text;
    }

    private @Nullable List<String> metrics(Key key, Yaml value) {
        if (said(value, "all")) {
            return PerformanceMetric.names();
        }
        if (!(value instanceof Sequence sequence)) {
            return wrong(key, value, "a list of metrics, or all");
        }
        List<String> names = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            Key one = Key.of(key.name(), Key.Kind.METRIC, "", "");
            String name = choice(one, item, PerformanceMetric.names());
            if (name != null && names.contains(name)) {
                problems.add(item.place(), "metric '" + name + "' is listed twice; keep one");
            } else if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private @Nullable Double number(Key key, Yaml value) {
        Quantity quantity = value instanceof Scalar scalar ? Quantity.parse(scalar.text()) : null;
        return quantity == null ? wrong(key, value, "a number") : Double.valueOf(quantity.value());
    }

    private @Nullable Long count(Key key, Yaml value) {
        return whole(key, value, 1, Integer.MAX_VALUE);
    }

    private @Nullable Long whole(Key key, Yaml value, long least, long most) {
        Quantity quantity = value instanceof Scalar scalar ? Quantity.parse(scalar.text()) : null;
        boolean whole = quantity != null && quantity.whole() && quantity.value() >= least && quantity.value() <= most;
        String or = key.kind() == Key.Kind.COUNT_OR_AUTO
                ? ", or auto"
                : key.kind() == Key.Kind.COUNT_OR_ALL ? ", or all" : "";
        String above = quantity != null && quantity.value() > most ? " and at most " + most : "";
        return whole
                ? Long.valueOf((long) quantity.value())
                : wrong(key, value, "a whole number of at least " + least + above + or);
    }

    /** Strings, doubles, booleans, lists and maps of them. */
    private static Object tree(Yaml value) {
        return switch (value) {
            case Mapping mapping -> {
                Map<String, Object> values = new LinkedHashMap<>();
                mapping.entries().forEach((name, entry) -> values.put(name, tree(entry.value())));
                yield values;
            }
            case Sequence sequence ->
                sequence.items().stream().map(Binder::tree).toList();
            case Scalar scalar when scalar.quoted() -> scalar.text();
            case Scalar scalar
            when scalar.text().equals("true") || scalar.text().equals("false") -> Boolean.valueOf(scalar.text());
            case Scalar scalar -> {
                Quantity quantity = Quantity.parse(scalar.text());
                yield quantity == null ? scalar.text() : Double.valueOf(quantity.value());
            }
        };
    }

    private @Nullable Long bytes(Key key, Yaml value) {
        long bytes = value instanceof Scalar scalar ? Bytes.parse(scalar.text()) : -1;
        return bytes > 0 ? Long.valueOf(bytes) : wrong(key, value, "a size in bytes, like 512M or 4G, or auto");
    }

    private @Nullable FailureLimit failures(Key key, Yaml value) {
        Quantity quantity = value instanceof Scalar scalar ? Quantity.parse(scalar.text()) : null;
        if (quantity != null && quantity.whole() && quantity.value() >= 0 && quantity.value() <= 1e15) {
            return new FailureLimit((long) quantity.value(), 1);
        }
        return quantity != null && !quantity.bare() && quantity.value() >= 0 && quantity.value() <= 1
                ? new FailureLimit(Long.MAX_VALUE, quantity.value())
                : wrong(key, value, "a number of points, a share from 0 % to 100 %, or any");
    }

    private static boolean said(Yaml value, String word) {
        return value instanceof Scalar scalar && scalar.text().equals(word);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // always null
    private <T> @Nullable T wrong(Key key, Yaml value, String wanted) {
        problems.add(value.place(), key.name() + ": '" + value.flow() + "' is not " + wanted);
        return null;
    }
}
