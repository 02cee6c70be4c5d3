package dev.winnow.cli.config;

import java.util.List;

/**
 * A key of a spec: the one declaration that checking, defaults, the JSON Schema and the reference are made from.
 *
 * @param name kebab-case
 * @param kind what its value may be
 * @param fallback the default as YAML text; empty: none
 * @param choices the names that a {@link Kind#CHOICE} may be, else empty
 * @param keys the keys of a {@link Kind#SECTION}, or of each of the {@link Kind#SECTIONS}; else empty
 * @param text one sentence
 */
record Key(String name, Kind kind, String fallback, List<String> choices, List<Key> keys, String text) {
    /** What a value may be. */
    enum Kind {
        TEXT,
        /** One char. */
        CHAR,
        /** Text or a list of texts. */
        TEXTS,
        /** Text in the strategy language. */
        EXPRESSION,
        /** Names with expressions. */
        EXPRESSIONS,
        CHOICE,
        NUMBER,
        /** A whole number of at least 0. */
        WHOLE,
        /** A whole number of at least 1 that an int holds, as in the next two. */
        COUNT,
        /** A whole number of at least 1, or auto. */
        COUNT_OR_AUTO,
        /** A whole number of at least 1, or all. */
        COUNT_OR_ALL,
        /** Bytes, like 512M or 4G, or auto. */
        BYTES_OR_AUTO,
        /** A whole number of points of at least 0, a share of them in percent, or any. */
        FAILURES,
        /** A metric's name. */
        METRIC,
        /** A list of metrics, or all. */
        METRICS,
        /** The parameters and their values. */
        AXES,
        /** A value, a list or a range of values. */
        AXIS,
        /** How signals are combined. */
        COMBINE,
        /** Weights of signals. */
        WEIGHTS,
        /** Names with lists of values by name. */
        SETTINGS,
        /** A positive amount of cash, or a parameter. */
        CASH,
        /** An amount of cash of at least 0, or a parameter. */
        AMOUNT,
        /** A share with its unit, bps or %; 0 needs none; or a parameter. */
        COST,
        /** A share in (0, 1], or in percent; or a parameter. */
        FRACTION,
        /** A positive share, or in percent, or none; or a parameter. */
        STOP,
        /** A positive number or none; or a parameter. */
        LOT,
        /** Whatever a workload of its own reads: values, lists, keys with values. */
        TREE,
        SECTION,
        /** Names of the user's own, each with a section of the same keys. */
        SECTIONS
    }

    Key {
        choices = List.copyOf(choices);
        keys = List.copyOf(keys);
    }

    static Key of(String name, Kind kind, String fallback, String text) {
        return new Key(name, kind, fallback, List.of(), List.of(), text);
    }

    static Key choice(String name, String fallback, List<String> choices, String text) {
        return new Key(name, Kind.CHOICE, fallback, choices, List.of(), text);
    }

    static Key section(String name, String text, Key... keys) {
        return new Key(name, Kind.SECTION, "", List.of(), List.of(keys), text);
    }

    static Key sections(String name, String text, Key... keys) {
        return new Key(name, Kind.SECTIONS, "", List.of(), List.of(keys), text);
    }

    /** The same key with other keys inside. */
    Key with(List<Key> inner) {
        return new Key(name, kind, fallback, choices, inner, text);
    }

    /** The same key with a value of another kind. */
    Key as(Kind other) {
        return new Key(name, other, fallback, choices, keys, text);
    }

    /** The section of that name among {@link Kind#SECTIONS}. */
    Key named(String section) {
        return new Key(section, Kind.SECTION, "", List.of(), keys, text);
    }
}
