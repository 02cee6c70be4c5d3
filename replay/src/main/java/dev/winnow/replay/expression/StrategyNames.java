package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.expression.ExpressionParser.RootContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The bare names of a strategy: its 'let' names, compiled when first asked for, its parameters, and the bars' columns. */
final class StrategyNames implements Names {
    private static final Map<String, Operation> COLUMNS = Map.of(
            "open", Operation.OPEN,
            "high", Operation.HIGH,
            "low", Operation.LOW,
            "close", Operation.CLOSE,
            "volume", Operation.VOLUME,
            "hour", Operation.HOUR,
            "dayofweek", Operation.DAY_OF_WEEK,
            "month", Operation.MONTH);

    /** Names that mean something in every expression, so that nothing else may be called so. */
    private static final Set<String> WORDS = Set.of("true", "false", "and", "or", "not");

    private final Compiler compiler;
    private final Map<String, String> let;
    private final Map<String, @Nullable RootContext> trees = new HashMap<>();
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final List<String> open = new ArrayList<>();

    /** Reads every 'let' text and tells which names cannot be. */
    StrategyNames(Compiler compiler, Map<String, String> let) {
        this.compiler = compiler;
        this.let = let;
        Set<String> parameters = new HashSet<>();
        for (Axis axis : compiler.graph().axes()) {
            parameters.add(axis.name());
            taken("parameters." + axis.name(), axis.name());
        }
        let.forEach((name, text) -> {
            String key = key(name);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                compiler.problem(key, 0, "'" + name + "' is no name; use letters, digits and _");
            } else if (parameters.contains(name)) {
                compiler.problem(key, 0, "'" + name + "' is a parameter already; choose another name");
            } else {
                taken(key, name);
            }
            trees.put(name, compiler.read(key, text));
        });
    }

    private void taken(String key, String name) {
        if (WORDS.contains(name) || COLUMNS.containsKey(name)) {
            compiler.problem(key, 0, "'" + name + "' means something in every expression; choose another name");
        }
    }

    @Override
    public @Nullable Meaning find(String name) {
        Graph graph = compiler.graph();
        if (let.containsKey(name)) {
            return letName(name);
        }
        Operation column = COLUMNS.get(name);
        if (column != null) {
            return new Meaning.Known(graph.leaf(column));
        }
        return ParameterNames.find(graph, name);
    }

    private Meaning letName(String name) {
        Meaning known = meanings.get(name);
        if (known != null) {
            return known;
        }
        int start = open.indexOf(name);
        if (start >= 0) {
            List<String> circle = new ArrayList<>(open.subList(start, open.size()));
            circle.add(name);
            return new Meaning.Refused("'" + name + "' is defined by itself: " + String.join(" -> ", circle));
        }
        RootContext tree = trees.get(name);
        if (tree == null) {
            return new Meaning.Broken();
        }
        open.add(name);
        Node node = compiler.compile(key(name), String.valueOf(let.get(name)), tree, this);
        open.removeLast();
        Meaning meaning = node == null ? new Meaning.Broken() : new Meaning.Known(node);
        meanings.put(name, meaning);
        return meaning;
    }

    static String key(String name) {
        return "let." + name;
    }

    @Override
    public Collection<String> all() {
        TreeSet<String> all = new TreeSet<>(let.keySet());
        all.addAll(COLUMNS.keySet());
        compiler.graph().axes().forEach(axis -> all.add(axis.name()));
        return all;
    }

    @Override
    public boolean bars() {
        return true;
    }
}
