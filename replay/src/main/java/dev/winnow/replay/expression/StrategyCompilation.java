package dev.winnow.replay.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A strategy's texts to its four planes, or to its score. */
final class StrategyCompilation {
    private final Compiler compiler;
    private final Names names;

    private StrategyCompilation(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    /** enter-long, exit-long, enter-short, exit-short. */
    static List<Node> roots(StrategySource source, Compiler compiler) {
        StrategyCompilation compilation = new StrategyCompilation(compiler, names(source.let(), compiler));
        List<Node> roots = compilation.planes(source);
        check(compiler);
        return roots;
    }

    /** A number column. */
    static Node score(Map<String, String> let, String text, Compiler compiler) {
        Graph graph = compiler.graph();
        Node score = compiler.compile("score", text, names(let, compiler));
        if (score != null && !score.type().numeric()) {
            compiler.problem(
                    "score",
                    0,
                    "a number is wanted (above 0 for long, below 0 for short), but this is "
                            + score.type().text());
        }
        check(compiler);
        return graph.spread(Objects.requireNonNull(score));
    }

    /** A plane, and three on which nothing is set. */
    static List<Node> condition(String key, String text, Compiler compiler) {
        StrategyCompilation compilation = new StrategyCompilation(compiler, names(Map.of(), compiler));
        List<Node> roots = List.of(
                compilation.plane(key, text),
                compilation.plane(key, null),
                compilation.plane(key, null),
                compilation.plane(key, null));
        check(compiler);
        return roots;
    }

    private static StrategyNames names(Map<String, String> let, Compiler compiler) {
        StrategyNames names = new StrategyNames(compiler, let);
        let.keySet().forEach(names::find);
        return names;
    }

    private static void check(Compiler compiler) {
        if (!compiler.problems().isEmpty()) {
            throw new InvalidExpressions(compiler.problems());
        }
    }

    private List<Node> planes(StrategySource source) {
        try {
            return source.position() == null ? decisions(source) : target(source, source.position());
        } catch (Graph.Limit limit) {
            compiler.problem("strategy", 0, String.valueOf(limit.getMessage()));
            return List.of();
        }
    }

    private List<Node> decisions(StrategySource source) {
        if (source.enterLong() == null && source.enterShort() == null) {
            compiler.problem("strategy", 0, "nothing is ever entered; give enter-long, enter-short or position");
        }
        List<Node> roots = new ArrayList<>();
        roots.add(plane("enter-long", source.enterLong()));
        roots.add(plane("exit-long", source.exitLong()));
        roots.add(plane("enter-short", source.enterShort()));
        roots.add(plane("exit-short", source.exitShort()));
        return roots;
    }

    private List<Node> target(StrategySource source, String text) {
        if (source.enterLong() != null
                || source.exitLong() != null
                || source.enterShort() != null
                || source.exitShort() != null) {
            compiler.problem("position", 0, "position stands alone; drop it or the enter and exit rules");
        }
        Graph graph = compiler.graph();
        Node position = compiler.compile("position", text, names);
        if (position == null) {
            return List.of();
        }
        if (!position.type().numeric()) {
            compiler.problem(
                    "position",
                    0,
                    "a number is wanted (1 long, 0 flat, -1 short), but this is "
                            + position.type().text());
            return List.of();
        }
        Node zero = graph.number(0);
        Node enterLong = graph.spread(graph.compare(Operation.GREATER, position, zero));
        Node enterShort = graph.spread(graph.compare(Operation.LESS, position, zero));
        Node exit = graph.spread(graph.compare(Operation.EQUAL, position, zero));
        return List.of(enterLong, exit, enterShort, exit);
    }

    private Node plane(String key, @Nullable String text) {
        Graph graph = compiler.graph();
        Node never = graph.spread(graph.flag(false));
        if (text == null) {
            return never;
        }
        Node node = compiler.compile(key, text, names);
        if (node == null) {
            return never;
        }
        if (!node.type().logical()) {
            compiler.problem(
                    key, 0, "a condition is wanted, but this is " + node.type().text());
            return never;
        }
        return graph.spread(node);
    }
}
