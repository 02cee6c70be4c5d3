package dev.winnow.cli.config;

import dev.winnow.engine.space.Axis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of an execution, or the parameter that gives it.
 *
 * @param value the number; NaN: off, or given by the parameter
 * @param parameter the parameter's name, or null
 */
public record Setting(double value, @Nullable String parameter) {
    static Setting of(double value) {
        return new Setting(value, null);
    }

    /**
     * The number at a point.
     *
     * @param axes the axes of the space
     * @param point double[axes]: the point's values in axis order
     */
    public double at(List<Axis> axes, double[] point) {
        if (parameter == null) {
            return value;
        }
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(parameter)) {
                return point[i];
            }
        }
        throw new IllegalArgumentException("no axis " + parameter);
    }
}
