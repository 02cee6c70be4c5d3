package dev.winnow.replay;

/**
 * A number of the execution section: the same at every point, or a parameter's value.
 *
 * @param constant the number where {@code axis} is negative
 * @param axis position of the parameter among the axes, or negative
 */
public record Setting(double constant, int axis) {
    /** The same at every point. */
    public static Setting of(double constant) {
        return new Setting(constant, -1);
    }

    /** The value of the parameter at this position. */
    public static Setting parameter(int axis) {
        if (axis < 0) {
            throw new IllegalArgumentException("axis " + axis);
        }
        return new Setting(Double.NaN, axis);
    }

    /** The number at a point, double[axes]. */
    public double at(double[] point) {
        return axis < 0 ? constant : point[axis];
    }

    boolean varies() {
        return axis >= 0;
    }
}
