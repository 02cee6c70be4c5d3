package dev.winnow.replay.expression;

/** What an expression yields. */
public enum ValueType {
    /** One number a point. */
    NUMBER("a number"),
    /** One boolean a point. */
    FLAG("a boolean"),
    /** One of a parameter's names a point. */
    NAME("a name"),
    /** A number a bar: double[bars], NaN where undefined. */
    COLUMN("a number column"),
    /** A boolean a bar: a bit plane. */
    PLANE("a boolean column");

    private final String text;

    ValueType(String text) {
        this.text = text;
    }

    /** With article, for messages: {@code "a number column"}. */
    public String text() {
        return text;
    }

    boolean numeric() {
        return this == NUMBER || this == COLUMN;
    }

    boolean logical() {
        return this == FLAG || this == PLANE;
    }

    boolean scalar() {
        return this == NUMBER || this == FLAG || this == NAME;
    }
}
