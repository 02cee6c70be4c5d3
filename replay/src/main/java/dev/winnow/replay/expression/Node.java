package dev.winnow.replay.expression;

import dev.winnow.replay.indicator.Indicator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sub-expression of a {@link Graph}; equal sub-expressions of a graph are the same instance, so nodes are compared
 * by identity.
 *
 * @param id position in its graph; inputs have smaller ids
 * @param value the constant, the axis of a parameter, or the position of the name that {@code NAME_IS} asks for
 * @param name the parameter's or the quoted name, else empty
 * @param indicator the indicator of an {@code INDICATOR} node, else null
 * @param axes one bit a varying axis that the value depends on, see {@link Graph#varying()}
 * @param depth longest way to a leaf
 */
record Node(
        int id,
        Operation operation,
        ValueType type,
        List<Node> inputs,
        double value,
        String name,
        @Nullable Indicator indicator,
        long axes,
        int depth) {
    Node input(int place) {
        return inputs.get(place);
    }

    boolean constant() {
        return operation == Operation.CONSTANT;
    }

    /** Whether evaluating it hands on what is there already: nothing is computed, nothing is worth keeping. */
    boolean view() {
        return switch (operation) {
            case OPEN, HIGH, LOW, CLOSE, VOLUME, CHOOSE -> true;
            default -> false;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return CanonicalText.of(this);
    }
}
