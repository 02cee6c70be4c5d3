package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.indicator.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes, each distinct one once. Constants are folded and operands that may be exchanged are put in one order, so
 * that {@code a > b} and {@code b < a} meet. Operands must have fitting types: that is the {@link Compiler}'s part.
 */
final class Graph {
    /** More than this many steps from a result to a leaf are refused: evaluation recurses. */
    static final int MAX_DEPTH = 500;

    private final List<Axis> axes;
    private final List<Integer> varying = new ArrayList<>();
    private final Map<Key, Node> interned = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    Graph(List<Axis> axes) {
        this.axes = List.copyOf(axes);
    }

    private record Key(Operation operation, ValueType type, List<Node> inputs, long bits, String name) {}

    /** The graph was asked for something that its limits forbid; the message is for the user. */
    static final class Limit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Limit(String message) {
            super(message, null, false, false);
        }
    }

    List<Axis> axes() {
        return axes;
    }

    /** Positions of the axes with more than one distinct value that some node reads; bit i of a node is element i. */
    List<Integer> varying() {
        return Collections.unmodifiableList(varying);
    }

    /** In the order of their ids. */
    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    Node number(double value) {
        return intern(Operation.CONSTANT, ValueType.NUMBER, List.of(), value, "", null, 0);
    }

    Node flag(boolean value) {
        return intern(Operation.CONSTANT, ValueType.FLAG, List.of(), value ? 1 : 0, "", null, 0);
    }

    Node text(String name) {
        return intern(Operation.TEXT, ValueType.NAME, List.of(), 0, name, null, 0);
    }

    Node parameter(int axis) {
        Axis read = axes.get(axis);
        ValueType type =
                switch (read.type()) {
                    case NUMBER -> ValueType.NUMBER;
                    case FLAG -> ValueType.FLAG;
                    case NAME -> ValueType.NAME;
                };
        return intern(Operation.PARAMETER, type, List.of(), axis, read.name(), null, bit(axis));
    }

    /** A column of the bars or of the calendar. */
    Node leaf(Operation operation) {
        return intern(operation, ValueType.COLUMN, List.of(), 0, "", null, 0);
    }

    /** Arithmetic and {@code not}: of the type of its operand. */
    Node unary(Operation operation, Node x) {
        if (operation == Operation.NOT && x.operation() == Operation.NOT) {
            return x.input(0);
        }
        if (x.constant()) {
            return constant(x.type(), Scalars.unary(operation, x.value()));
        }
        return node(operation, x.type(), x);
    }

    /** Arithmetic: a column when either operand is one. */
    Node arithmetic(Operation operation, Node a, Node b) {
        ValueType type = a.type() == ValueType.COLUMN ? a.type() : b.type();
        return ordered(operation, type, a, b);
    }

    /** A comparison of numbers: a plane when either operand is a column. */
    Node compare(Operation operation, Node a, Node b) {
        boolean columns = a.type() == ValueType.COLUMN || b.type() == ValueType.COLUMN;
        return ordered(operation, columns ? ValueType.PLANE : ValueType.FLAG, a, b);
    }

    /** {@code and}, {@code or} and {@code !=} of booleans; a scalar one decides without looking at the other. */
    @SuppressWarnings("ReferenceEquality") // nodes are interned: equal is the same
    Node logic(Operation operation, Node a, Node b) {
        if (a.type() == b.type()) {
            return ordered(operation, a.type(), a, b);
        }
        Node flag = a.type() == ValueType.FLAG ? a : b;
        Node plane = flag == a ? b : a;
        return switch (operation) {
            case AND -> choose(flag, plane, flag(false));
            case OR -> choose(flag, flag(true), plane);
            default -> ordered(operation, ValueType.PLANE, spread(flag), plane);
        };
    }

    Node nameIs(Node parameter, int position) {
        return intern(
                Operation.NAME_IS,
                ValueType.FLAG,
                List.of(parameter),
                position,
                axes.get((int) parameter.value()).names().get(position),
                null,
                parameter.axes());
    }

    /** {@code if}, of branches that are both numbers or both booleans. */
    @SuppressWarnings("ReferenceEquality") // nodes are interned: equal is the same
    Node choose(Node condition, Node a, Node b) {
        boolean wide = condition.type() == ValueType.PLANE
                || !a.type().scalar()
                || !b.type().scalar();
        ValueType type = a.type().numeric()
                ? wide ? ValueType.COLUMN : ValueType.NUMBER
                : wide ? ValueType.PLANE : ValueType.FLAG;
        if (condition.type() == ValueType.PLANE) {
            return type == ValueType.COLUMN
                    ? node(Operation.BLEND, type, condition, a, b)
                    : node(Operation.BLEND, type, condition, spread(a), spread(b));
        }
        Node left = wide ? spread(a) : a;
        Node right = wide ? spread(b) : b;
        if (left == right) {
            return left;
        }
        if (condition.constant()) {
            Node taken = condition.value() != 0 ? left : right;
            if (taken.operation() != Operation.SPREAD) { // what was written as a scalar would read as one
                return taken;
            }
        }
        return node(Operation.CHOOSE, type, condition, left, right);
    }

    /** The same on every bar; columns and planes stay as they are. */
    Node spread(Node x) {
        return switch (x.type()) {
            case NUMBER -> node(Operation.SPREAD, ValueType.COLUMN, x);
            case FLAG -> node(Operation.SPREAD, ValueType.PLANE, x);
            case COLUMN, PLANE, NAME -> x;
        };
    }

    Node crosses(Operation direction, Node a, Node b) {
        return ordered(direction, ValueType.PLANE, a, b);
    }

    /** Any other operation: nothing to fold, nothing to exchange. */
    Node node(Operation operation, ValueType type, Node... inputs) {
        return intern(operation, type, List.of(inputs), 0, "", null, axesOf(List.of(inputs)));
    }

    Node indicator(Indicator indicator, List<Node> inputs) {
        return intern(Operation.INDICATOR, ValueType.COLUMN, inputs, 0, indicator.name(), indicator, axesOf(inputs));
    }

    private Node constant(ValueType type, double value) {
        return type == ValueType.FLAG ? flag(value != 0) : number(value);
    }

    private Node ordered(Operation operation, ValueType type, Node a, Node b) {
        if (a.constant() && b.constant()) {
            return constant(type, Scalars.binary(operation, a.value(), b.value()));
        }
        boolean exchange = a.type().scalar() != b.type().scalar() ? a.type().scalar() : a.id() > b.id();
        if (exchange && (operation.commutes() || operation.mirrored() != operation)) {
            return node(operation.mirrored(), type, b, a);
        }
        return node(operation, type, a, b);
    }

    private Node intern(
            Operation operation,
            ValueType type,
            List<Node> inputs,
            double value,
            String name,
            @Nullable Indicator indicator,
            long axesRead) {
        Key key = new Key(operation, type, List.copyOf(inputs), Double.doubleToRawLongBits(value), name);
        Node known = interned.get(key);
        if (known != null) {
            return known;
        }
        int depth = 1 + inputs.stream().mapToInt(Node::depth).max().orElse(0);
        if (depth > MAX_DEPTH) {
            throw new Limit("more than " + MAX_DEPTH + " steps deep; split the rule or make it simpler");
        }
        Node made = new Node(nodes.size(), operation, type, key.inputs(), value, name, indicator, axesRead, depth);
        nodes.add(made);
        interned.put(key, made);
        return made;
    }

    private static long axesOf(List<Node> inputs) {
        long all = 0;
        for (Node input : inputs) {
            all |= input.axes();
        }
        return all;
    }

    private long bit(int axis) {
        if (distinct(axes.get(axis)) < 2) {
            return 0;
        }
        int place = varying.indexOf(axis);
        if (place < 0) {
            place = varying.size();
            if (place == Long.SIZE) {
                throw new Limit("the expressions read more than " + Long.SIZE + " parameters that vary");
            }
            varying.add(axis);
        }
        return 1L << place;
    }

    /** Number of different values of an axis. */
    static long distinct(Axis axis) {
        return Arrays.stream(axis.values())
                .mapToLong(Double::doubleToRawLongBits)
                .distinct()
                .count();
    }
}
