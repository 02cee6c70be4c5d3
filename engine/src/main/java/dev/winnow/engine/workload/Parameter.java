package dev.winnow.engine.workload;

import dev.winnow.engine.space.Axis;

/** A parameter of a workload: its axis and what it changes. */
public record Parameter(Axis axis, ParameterKind kind) {
    public String name() {
        return axis.name();
    }
}
