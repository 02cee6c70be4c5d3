package dev.winnow.replay.expression;

/** What a node does with its inputs, and how it is written. */
enum Operation {
    CONSTANT(""),
    PARAMETER(""),
    /** A text in quotes: exists only until it is compared with a parameter. */
    TEXT(""),
    /** Whether a parameter has the name at position {@code value} of its names. */
    NAME_IS("=="),

    OPEN("open"),
    HIGH("high"),
    LOW("low"),
    CLOSE("close"),
    VOLUME("volume"),
    HOUR("hour"),
    DAY_OF_WEEK("dayofweek"),
    MONTH("month"),

    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    POWER("^"),
    MIN("min"),
    MAX("max"),
    NEGATE("-"),
    ABS("abs"),
    LOG("log"),
    EXP("exp"),
    SQRT("sqrt"),
    SIGN("sign"),

    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),

    AND("and"),
    OR("or"),
    NOT("not"),
    /** Two booleans that are not the same. */
    DIFFERS("!="),

    /** {@code if} on a scalar condition: one of the branches as it is, the other is not even evaluated. */
    CHOOSE("if"),
    /** {@code if} on a boolean column. */
    BLEND("if"),
    /** A scalar on every bar; not written. */
    SPREAD(""),

    CROSSES_ABOVE("crosses_above"),
    CROSSES_BELOW("crosses_below"),
    /** Both crossings of two inputs in one pass: two planes, read through the nodes of the two directions. */
    CROSSINGS("crossings"),
    RISING("rising"),
    FALLING("falling"),
    SINCE("since"),
    BARS_SINCE("barssince"),
    ONCE("once"),
    WITHIN("within"),
    LAG("lag"),
    INDICATOR("");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /** The operator or function as written in an expression. */
    String text() {
        return text;
    }

    boolean commutes() {
        return switch (this) {
            case ADD, MULTIPLY, MIN, MAX, EQUAL, NOT_EQUAL, AND, OR, DIFFERS -> true;
            default -> false;
        };
    }

    /** The operation that says the same with the operands exchanged. */
    Operation mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_EQUAL -> GREATER_EQUAL;
            case GREATER -> LESS;
            case GREATER_EQUAL -> LESS_EQUAL;
            case CROSSES_ABOVE -> CROSSES_BELOW;
            case CROSSES_BELOW -> CROSSES_ABOVE;
            default -> this;
        };
    }
}
