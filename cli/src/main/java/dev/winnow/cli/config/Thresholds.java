package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.observe.Bottleneck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads thresholds of bottlenecks: {@code lock: 10 %}, {@code slow-writer: 100 ms}, {@code queue: 1000}. */
public final class Thresholds {
    private final Problems problems = new Problems();
    private final Map<Bottleneck, Double> thresholds = new EnumMap<>(Bottleneck.class);

    private Thresholds() {}

    /**
     * The thresholds of a file under those of the command line.
     *
     * @param file a YAML mapping; null: none
     * @param given {@code NAME=VALUE} each
     * @throws dev.winnow.engine.UserError with every problem
     */
    public static Map<Bottleneck, Double> read(@Nullable Path file, List<String> given) {
        Thresholds read = new Thresholds();
        if (file != null) {
            read.file(file);
        }
        given.forEach(read::assignment);
        read.problems.check();
        return read.thresholds;
    }

    private void file(Path file) {
        Yaml yaml = YamlReader.file(
                file.toString(), SpecReader.text(file, "thresholds", "configs/thresholds.yaml"), problems);
        if (yaml instanceof Mapping mapping) {
            for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
                Yaml value = entry.getValue().value();
                add(
                        entry.getValue().key(),
                        entry.getKey(),
                        value.place(),
                        value instanceof Scalar scalar ? scalar.text() : value.flow());
            }
        } else if (yaml != null) {
            problems.add(yaml.place(), "thresholds are given as a mapping, such as 'lock: 10 %'");
        }
    }

    private void assignment(String given) {
        int equals = given.indexOf('=');
        Place place = Place.of("--threshold " + given);
        if (equals < 0) {
            problems.add(place, "give NAME=VALUE, such as lock=10%");
        } else {
            add(place, given.substring(0, equals).strip(), place, given.substring(equals + 1));
        }
    }

    private void add(Place key, String name, Place place, String text) {
        Bottleneck bottleneck = Arrays.stream(Bottleneck.values())
                .filter(known -> known.text().equals(name))
                .findFirst()
                .orElse(null);
        if (bottleneck == null) {
            List<String> known =
                    Arrays.stream(Bottleneck.values()).map(Bottleneck::text).toList();
            problems.add(key, "unknown bottleneck '" + name + "'" + Suggestion.of(name, known));
            return;
        }
        Double value = value(bottleneck.unit(), text.strip());
        if (value == null) {
            problems.add(place, name + ": '" + text.strip() + "' is not " + form(bottleneck.unit()));
        } else {
            thresholds.put(bottleneck, value);
        }
    }

    private static @Nullable Double value(Bottleneck.Unit unit, String text) {
        boolean millis = unit == Bottleneck.Unit.MILLIS;
        if (millis && !text.endsWith("ms")) {
            return null;
        }
        Quantity quantity = Quantity.parse(millis ? text.substring(0, text.length() - 2) : text);
        boolean bare = unit != Bottleneck.Unit.SHARE;
        return quantity == null || quantity.bare() != bare || quantity.value() < 0 ? null : quantity.value();
    }

    private static String form(Bottleneck.Unit unit) {
        return switch (unit) {
            case SHARE -> "a share such as 10 %";
            case MILLIS -> "a time such as 100 ms";
            case POINTS -> "a number of points such as 1000";
        };
    }
}
