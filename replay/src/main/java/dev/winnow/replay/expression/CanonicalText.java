package dev.winnow.replay.expression;

import dev.winnow.engine.ExactNumber;

/** A node as an expression that compiles to the same node again. */
final class CanonicalText {
    /** Longer texts are cut, with an ellipsis: shared parts are written out each time, which may not end. */
    private static final int LONGEST = 4_000;

    private static final int CHOICE = 1;
    private static final int BOTH = 2;
    private static final int NEGATION = 3;
    private static final int RELATION = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;

    private final StringBuilder text = new StringBuilder();

    private CanonicalText() {}

    static String of(Node node) {
        CanonicalText writer = new CanonicalText();
        writer.write(node, 0);
        return writer.text.length() > LONGEST ? writer.text.substring(0, LONGEST) + "…" : writer.text.toString();
    }

    /** A number so that it reads back to the same bits; what no literal says is said by a division. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "0 / 0";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "1 / 0" : "-1 / 0";
        }
        return ExactNumber.text(value);
    }

    private void write(Node node, int loosest) {
        if (text.length() > LONGEST) {
            return;
        }
        int binding = binding(node);
        boolean parentheses = binding < loosest;
        if (parentheses) {
            text.append('(');
        }
        body(node, binding);
        if (parentheses) {
            text.append(')');
        }
    }

    private void body(Node node, int binding) {
        switch (node.operation()) {
            case CONSTANT ->
                text.append(node.type() == ValueType.FLAG ? Boolean.toString(node.value() != 0) : number(node.value()));
            case PARAMETER -> text.append(node.name());
            case TEXT -> text.append(quoted(node.name()));
            case NAME_IS -> {
                write(node.input(0), ATOM);
                text.append(" == ").append(quoted(node.name()));
            }
            case OPEN, HIGH, LOW, CLOSE, VOLUME, HOUR, DAY_OF_WEEK, MONTH ->
                text.append(node.operation().text());
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, AND, OR -> infix(node, binding, binding + 1);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, DIFFERS ->
                infix(node, binding + 1, binding + 1);
            case POWER -> infix(node, ATOM, POWER);
            case NEGATE -> {
                text.append('-');
                write(node.input(0), SIGN);
            }
            case NOT -> {
                text.append("not ");
                write(node.input(0), NEGATION);
            }
            case SPREAD -> write(node.input(0), 0);
            case INDICATOR -> call(node.name(), node);
            case MIN,
                    MAX,
                    ABS,
                    LOG,
                    EXP,
                    SQRT,
                    SIGN,
                    CHOOSE,
                    BLEND,
                    CROSSES_ABOVE,
                    CROSSES_BELOW,
                    CROSSINGS,
                    RISING,
                    FALLING,
                    SINCE,
                    BARS_SINCE,
                    ONCE,
                    WITHIN,
                    LAG -> call(node.operation().text(), node);
        }
    }

    private void infix(Node node, int left, int right) {
        write(node.input(0), left);
        text.append(' ').append(node.operation().text()).append(' ');
        write(node.input(1), right);
    }

    private void call(String function, Node node) {
        text.append(function).append('(');
        for (int i = 0; i < node.inputs().size(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            write(node.input(i), 0);
        }
        text.append(')');
    }

    private static String quoted(String name) {
        return name.indexOf('"') < 0 ? '"' + name + '"' : '\'' + name + '\'';
    }

    private static int binding(Node node) {
        return switch (node.operation()) {
            case OR -> CHOICE;
            case AND -> BOTH;
            case NOT -> NEGATION;
            case NAME_IS, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, DIFFERS -> RELATION;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
            case NEGATE -> SIGN;
            case POWER -> POWER;
            case SPREAD -> binding(node.input(0));
            case CONSTANT -> constantBinding(node.value());
            default -> ATOM;
        };
    }

    private static int constantBinding(double value) {
        if (!Double.isFinite(value)) {
            return PRODUCT;
        }
        return value < 0 || 1 / value < 0 ? SIGN : ATOM;
    }
}
