package dev.winnow.engine.space;

import java.util.List;

/** What varies on its own in a space: one parameter, or several whose values move together. */
public sealed interface Dimension permits Axis, Tuples {
    /** The parameters, in the order in which their values stand in a point. */
    List<Axis> columns();

    /** Number of values, or of tuples of them. */
    int levels();

    /** Writes the values of a level, one a column, to {@code into} from {@code offset} on. */
    void put(int level, double[] into, int offset);

    /** The level with the values that stand at {@code offset}; -1 when there is none. */
    int level(double[] values, int offset);
}
