package dev.winnow.engine.store;

import dev.winnow.engine.Digest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a run's results follow from, by name: the settings that change a result, the data's digests, the code's.
 * Runs of equal identity have equal results, to the byte.
 *
 * @param fields value by field, such as {@code spec.execution.fee}: {@code 5 bps}, in the order to be told in
 */
public record RunIdentity(Map<String, String> fields) {
    private static final int KEY_DIGITS = 12;

    public RunIdentity {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** SHA-256 over the fields whose names start so, in whatever order they were given: 64 hex digits. */
    public String digest(String prefix) {
        Digest digest = new Digest();
        fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> digest.text(field.getKey()).text(field.getValue()));
        return digest.hex();
    }

    /** What a run's folder is named by: the first 12 hex digits of the digest over all fields. */
    public String key() {
        return digest("").substring(0, KEY_DIGITS);
    }

    /** Each field that this and another identity do not share, in words: {@code execution.fee was 5 bps and is 0}. */
    public List<String> changesTo(RunIdentity other) {
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.addAll(other.fields.keySet());
        return names.stream()
                .filter(name -> !java.util.Objects.equals(fields.get(name), other.fields.get(name)))
                .map(name -> name + " was " + said(name) + " and is " + other.said(name))
                .toList();
    }

    private String said(String name) {
        return fields.getOrDefault(name, "not there");
    }
}
