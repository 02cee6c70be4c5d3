package dev.winnow.replay.expression;

import dev.winnow.replay.expression.PlanNode.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Nodes that differ in nothing but the parameters they read, such as {@code sma(close, fast)} and
 * {@code sma(close, slow)}: at equal values of the parameters they have equal values.
 */
final class Twins {
    private final int[] first;

    /** @param kept how a node's values are kept: twins are kept alike, and for some of the points */
    Twins(List<Node> nodes, Function<Node, Storage> kept) {
        this.first = new int[nodes.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (Node node : nodes) {
            Storage storage = kept.apply(node);
            first[node.id()] = storage == Storage.SHARED || storage == Storage.CODES
                    ? seen.computeIfAbsent(storage + shape(node), missing -> node.id())
                    : node.id();
        }
    }

    /** The first of the node and its twins. */
    int first(Node node) {
        return first[node.id()];
    }

    private static String shape(Node node) {
        StringBuilder out = new StringBuilder();
        append(node, node.axes(), out);
        return out.toString();
    }

    /** @param axes of the whole: a number parameter stands as its place among them */
    private static void append(Node node, long axes, StringBuilder out) {
        if (node.axes() == 0) {
            out.append(node.id());
        } else if (node.operation() == Operation.PARAMETER && node.type() == ValueType.NUMBER) {
            out.append('$').append(Long.bitCount(axes & (node.axes() - 1)));
        } else if (node.inputs().isEmpty()) {
            out.append(node.id());
        } else {
            out.append(node.operation()).append(node.value());
            if (node.indicator() != null) {
                out.append(node.indicator().name());
            }
            out.append('(');
            for (Node input : node.inputs()) {
                append(input, axes, out);
                out.append(',');
            }
            out.append(')');
        }
    }
}
