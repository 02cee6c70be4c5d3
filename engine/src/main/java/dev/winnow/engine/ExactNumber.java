package dev.winnow.engine;

/** Numbers as text that loses nothing. */
public final class ExactNumber {
    /** From here on a double's digits say less than its exponent. */
    private static final double MAX_WHOLE = 1e15;

    private ExactNumber() {}

    /**
     * The fewest digits that read back to the same double, whole numbers without a point: 10, 0.1, 1.0E16, -0.0, NaN.
     * The same in every locale.
     */
    public static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MAX_WHOLE;
        boolean negativeZero = value == 0 && 1 / value < 0;
        return whole && !negativeZero ? Long.toString((long) value) : Double.toString(value);
    }
}
