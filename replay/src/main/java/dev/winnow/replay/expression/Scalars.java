package dev.winnow.replay.expression;

import dev.winnow.replay.signal.Comparison;

/**
 * What operations do to single numbers; booleans are 0 and 1. Columns follow the same rules bar by bar. exp, log and
 * power are the strict ones, so that a run gives the same bits on every machine.
 */
final class Scalars {
    private Scalars() {}

    static double unary(Operation operation, double x) {
        return switch (operation) {
            case NEGATE -> -x;
            case ABS -> Math.abs(x);
            case LOG -> StrictMath.log(x);
            case EXP -> StrictMath.exp(x);
            case SQRT -> Math.sqrt(x);
            case SIGN -> Math.signum(x);
            case NOT -> 1 - x;
            default -> throw new IllegalArgumentException("not unary: " + operation);
        };
    }

    static double binary(Operation operation, double a, double b) {
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case POWER -> Double.isNaN(a) ? a : StrictMath.pow(a, b); // Java's NaN ^ 0 is 1
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL ->
                comparison(operation).holds(a, b) ? 1 : 0;
            case AND -> a * b;
            case OR -> Math.max(a, b);
            case DIFFERS -> a != b ? 1 : 0;
            default -> throw new IllegalArgumentException("not binary: " + operation);
        };
    }

    static Comparison comparison(Operation operation) {
        return switch (operation) {
            case LESS -> Comparison.LESS;
            case LESS_EQUAL -> Comparison.LESS_EQUAL;
            case GREATER -> Comparison.GREATER;
            case GREATER_EQUAL -> Comparison.GREATER_EQUAL;
            case EQUAL -> Comparison.EQUAL;
            case NOT_EQUAL -> Comparison.NOT_EQUAL;
            default -> throw new IllegalArgumentException("no comparison: " + operation);
        };
    }
}
