package dev.winnow.cli.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A YAML value with its place. */
public sealed interface Yaml {
    Place place();

    /** The value on one line as flow YAML. */
    String flow();

    /**
     * A single value.
     *
     * @param text the value, quotes and folding resolved
     * @param quoted whether it was quoted or a block, and so is text whatever it looks like
     * @param margin columns from the place to the text's first char: 1 behind a quote, -1 where the text spans lines
     */
    record Scalar(String text, boolean quoted, int margin, Place place) implements Yaml {
        @Override
        public String flow() {
            return text.isEmpty() || text.matches("(?s).*[\\[\\]{},:#\"'\\n].*") ? quote(text) : text;
        }

        private static String quote(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }

        /** The place of one of the text's chars; the value's own place where the text spans lines. */
        public Place at(int offset) {
            return place.line() == 0 || margin < 0
                    ? place
                    : new Place(place.source(), place.line(), place.column() + margin + offset);
        }
    }

    record Sequence(List<Yaml> items, Place place) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String flow() {
            return items.stream().map(Yaml::flow).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Keys in the order of the file. */
    record Mapping(Map<String, Entry> entries, Place place) implements Yaml {
        /** No keys, nowhere. */
        static final Mapping EMPTY = new Mapping(Map.of(), Place.of("default"));

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** What is under a key, empty where that is no mapping. */
        Mapping section(String name) {
            Entry entry = entries.get(name);
            return entry != null && entry.value() instanceof Mapping section ? section : EMPTY;
        }

        /** The place of a char of a text, by the path of its key: {@code strategy.let.quick}. */
        Place placeOf(String path, int offset) {
            Yaml value = this;
            for (String name : path.split("\\.", -1)) {
                Entry entry =
                        value instanceof Mapping mapping ? mapping.entries().get(name) : null;
                if (entry == null) {
                    return value.place();
                }
                value = entry.value();
            }
            return value instanceof Scalar scalar ? scalar.at(offset) : value.place();
        }

        @Override
        public String flow() {
            return entries.entrySet().stream()
                    .map(entry ->
                            entry.getKey() + ": " + entry.getValue().value().flow())
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
    }

    /** A key's place and what it maps to. */
    record Entry(Place key, Yaml value) {}
}
