package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters alone: no bars, no columns. */
record ParameterNames(Graph graph) implements Names {
    static @Nullable Meaning find(Graph graph, String name) {
        if (name.equals("true") || name.equals("false")) {
            return new Meaning.Known(graph.flag(name.equals("true")));
        }
        List<Axis> axes = graph.axes();
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).name().equals(name)) {
                return new Meaning.Known(graph.parameter(i));
            }
        }
        return null;
    }

    @Override
    public @Nullable Meaning find(String name) {
        return find(graph, name);
    }

    @Override
    public Collection<String> all() {
        return graph.axes().stream().map(Axis::name).toList();
    }

    @Override
    public boolean bars() {
        return false;
    }
}
