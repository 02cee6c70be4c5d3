package dev.winnow.replay.expression;

/**
 * {@link Scalars} on every bar. Columns are double[bars], the output has the length; NaN is carried. Each loop is plain
 * enough for the compiler to turn into vector instructions where there are such.
 */
final class ColumnArithmetic {
    private ColumnArithmetic() {}

    static void unary(Operation operation, double[] x, double[] out) {
        switch (operation) {
            case NEGATE -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = -x[t];
                }
            }
            case ABS -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Math.abs(x[t]);
                }
            }
            case SQRT -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Math.sqrt(x[t]);
                }
            }
            default -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Scalars.unary(operation, x[t]);
                }
            }
        }
    }

    static void binary(Operation operation, double[] a, double[] b, double[] out) {
        switch (operation) {
            case ADD -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] + b[t];
                }
            }
            case SUBTRACT -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] - b[t];
                }
            }
            case MULTIPLY -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] * b[t];
                }
            }
            case DIVIDE -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] / b[t];
                }
            }
            case MIN -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Math.min(a[t], b[t]);
                }
            }
            case MAX -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Math.max(a[t], b[t]);
                }
            }
            default -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Scalars.binary(operation, a[t], b[t]);
                }
            }
        }
    }

    static void binary(Operation operation, double[] a, double b, double[] out) {
        switch (operation) {
            case ADD -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] + b;
                }
            }
            case SUBTRACT -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] - b;
                }
            }
            case MULTIPLY -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] * b;
                }
            }
            case DIVIDE -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a[t] / b;
                }
            }
            case MIN -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Math.min(a[t], b);
                }
            }
            case MAX -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Math.max(a[t], b);
                }
            }
            default -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Scalars.binary(operation, a[t], b);
                }
            }
        }
    }

    static void binary(Operation operation, double a, double[] b, double[] out) {
        switch (operation) {
            case SUBTRACT -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a - b[t];
                }
            }
            case DIVIDE -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = a / b[t];
                }
            }
            default -> {
                for (int t = 0; t < out.length; t++) {
                    out[t] = Scalars.binary(operation, a, b[t]);
                }
            }
        }
    }
}
