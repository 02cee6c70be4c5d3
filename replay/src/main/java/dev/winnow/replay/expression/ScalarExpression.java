package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * A condition on numbers by name, without bars: which points belong to the space, which results meet what is required.
 * Immutable and thread-safe; a comparison with NaN is false.
 */
public final class ScalarExpression implements Constraint {
    private final Term term;
    private final List<String> names;

    /** Places of the names among the values. */
    private final BitSet places;

    private ScalarExpression(Term term, List<String> names, BitSet places) {
        this.term = term;
        this.names = names;
        this.places = places;
    }

    /**
     * A condition on the parameters: {@code "fast < slow"}.
     *
     * @param key where the text stands, for problems
     * @throws InvalidExpressions if it is no boolean expression of the axes
     */
    public static ScalarExpression ofParameters(String key, String text, List<Axis> axes) {
        return compile(key, text, new Graph(axes));
    }

    /**
     * A condition on a row of metrics: {@code "trades >= 10 and max_drawdown < 0.6"}.
     *
     * @param metrics the names of a row's values, in their order
     * @throws InvalidExpressions if it is no boolean expression of the metrics
     */
    public static ScalarExpression ofMetrics(String key, String text, Collection<String> metrics) {
        return compile(
                key,
                text,
                new Graph(metrics.stream().map(name -> Axis.numbers(name, 0)).toList()));
    }

    private static ScalarExpression compile(String key, String text, Graph graph) {
        Compiler compiler = new Compiler(graph, IndicatorLookup.of(List.of()));
        Node node = compiler.compile(key, text, new ParameterNames(graph));
        if (node != null && node.type() != ValueType.FLAG) {
            compiler.problem(
                    key, 0, "a condition is wanted, but this is " + node.type().text());
        }
        if (node == null || !compiler.problems().isEmpty()) {
            throw new InvalidExpressions(compiler.problems());
        }
        List<String> names = new ArrayList<>();
        BitSet places = new BitSet();
        collect(node, names, places);
        return new ScalarExpression(term(node), List.copyOf(names), places);
    }

    /** The names that it reads, each once. */
    public List<String> names() {
        return names;
    }

    @Override
    public boolean allows(double[] values) {
        return holds(values, 0);
    }

    @Override
    public boolean reads(int axis) {
        return places.get(axis);
    }

    /**
     * Whether a row of a table of values meets the condition.
     *
     * @param values rows of values
     * @param offset where the row starts
     */
    public boolean holds(double[] values, int offset) {
        return term.at(values, offset) != 0;
    }

    private static void collect(Node node, List<String> names, BitSet places) {
        if (node.operation() == Operation.PARAMETER && !names.contains(node.name())) {
            names.add(node.name());
            places.set((int) node.value());
        }
        node.inputs().forEach(input -> collect(input, names, places));
    }

    /** A part of the expression; booleans are 0 and 1. */
    private sealed interface Term {
        double at(double[] values, int offset);
    }

    private record Fixed(double value) implements Term {
        @Override
        public double at(double[] values, int offset) {
            return value;
        }
    }

    private record Value(int place) implements Term {
        @Override
        public double at(double[] values, int offset) {
            return values[offset + place];
        }
    }

    private record Is(int place, double value) implements Term {
        @Override
        public double at(double[] values, int offset) {
            return values[offset + place] == value ? 1 : 0;
        }
    }

    private record Unary(Operation operation, Term x) implements Term {
        @Override
        public double at(double[] values, int offset) {
            return Scalars.unary(operation, x.at(values, offset));
        }
    }

    private record Binary(Operation operation, Term a, Term b) implements Term {
        @Override
        public double at(double[] values, int offset) {
            return Scalars.binary(operation, a.at(values, offset), b.at(values, offset));
        }
    }

    private record Choice(Term condition, Term a, Term b) implements Term {
        @Override
        public double at(double[] values, int offset) {
            return condition.at(values, offset) != 0 ? a.at(values, offset) : b.at(values, offset);
        }
    }

    private static Term term(Node node) {
        return switch (node.operation()) {
            case CONSTANT -> new Fixed(node.value());
            case PARAMETER -> new Value((int) node.value());
            case NAME_IS -> new Is((int) node.input(0).value(), node.value());
            case CHOOSE -> new Choice(term(node.input(0)), term(node.input(1)), term(node.input(2)));
            default ->
                node.inputs().size() == 1
                        ? new Unary(node.operation(), term(node.input(0)))
                        : new Binary(node.operation(), term(node.input(0)), term(node.input(1)));
        };
    }
}
