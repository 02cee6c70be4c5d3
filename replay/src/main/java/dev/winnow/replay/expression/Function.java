package dev.winnow.replay.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in functions; indicators come on top. */
enum Function {
    IF("if", "c, a, b"),
    LAG("lag", "x, k"),
    CROSSES_ABOVE("crosses_above", "a, b"),
    CROSSES_BELOW("crosses_below", "a, b"),
    RISING("rising", "x, n"),
    FALLING("falling", "x, n"),
    SINCE("since", "c"),
    BARS_SINCE("barssince", "c"),
    ONCE("once", "c"),
    WITHIN("within", "c, n"),
    ABS("abs", "x"),
    MIN("min", "a, b"),
    MAX("max", "a, b"),
    LOG("log", "x"),
    EXP("exp", "x"),
    SQRT("sqrt", "x"),
    SIGN("sign", "x"),
    CLAMP("clamp", "x, lo, hi"),
    HOUR("hour", ""),
    DAY_OF_WEEK("dayofweek", ""),
    MONTH("month", "");

    private final String text;
    private final String arguments;

    Function(String text, String arguments) {
        this.text = text;
        this.arguments = arguments;
    }

    /** The name as written. */
    String text() {
        return text;
    }

    /** The call as the guide shows it: {@code "lag(x, k)"}. */
    String signature() {
        return text + "(" + arguments + ")";
    }

    int arity() {
        return arguments.isEmpty() ? 0 : arguments.split(",").length;
    }

    static @Nullable Function find(String name) {
        for (Function function : values()) {
            if (function.text.equals(name)) {
                return function;
            }
        }
        return null;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Function::text).toList();
    }
}
