package dev.winnow.replay.signal;

/** A comparison of two numbers. With a NaN operand every one of them is false, {@link #NOT_EQUAL} too. */
public enum Comparison {
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    EQUAL,
    NOT_EQUAL;

    /** Whether {@code a} stands so to {@code b}. */
    public boolean holds(double a, double b) {
        return switch (this) {
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a < b || a > b;
        };
    }

    /** The comparison that says the same with the operands exchanged. */
    public Comparison mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_EQUAL -> GREATER_EQUAL;
            case GREATER -> LESS;
            case GREATER_EQUAL -> LESS_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
        };
    }
}
