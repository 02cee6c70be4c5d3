package dev.winnow.engine.space;

import java.util.List;

/** Several parameters whose values move together, like weights that have to sum to 1: each is a column of its own. */
public non-sealed interface Tuples extends Dimension {
    /** Names of the columns. */
    default List<String> names() {
        return columns().stream().map(Axis::name).toList();
    }
}
