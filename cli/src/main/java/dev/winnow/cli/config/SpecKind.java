package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;

/** What a spec is for, told by its own top-level keys: says which keys it may have, and what no single key can tell. */
sealed interface SpecKind {
    /** The workload that a spec is for when it does not say. */
    String BACKTEST = "backtest";

    /** A sweep of one strategy over bars. */
    record Backtest() implements SpecKind {}

    /**
     * A sweep of a workload of the user's own.
     *
     * @param workload its name
     */
    record Own(String workload) implements SpecKind {}

    /** Strategies whose signals are recorded. */
    record Recorded() implements SpecKind {}

    /** Recorded signals that are combined. */
    record Replayed() implements SpecKind {}

    /** The kind of a spec. */
    static SpecKind of(Mapping spec) {
        if (spec.entries().containsKey("strategies")) {
            return new Recorded();
        }
        if (spec.entries().containsKey("signals")) {
            return new Replayed();
        }
        Entry workload = spec.entries().get("workload");
        boolean named = workload != null
                && workload.value() instanceof Scalar scalar
                && !scalar.text().isBlank()
                && !scalar.text().equals(BACKTEST);
        return named ? new Own(((Scalar) workload.value()).text()) : new Backtest();
    }

    /** The whole spec. */
    default Key root() {
        return switch (this) {
            case Backtest backtest -> SpecKeys.ROOT;
            case Own own -> SpecKeys.own(own.workload());
            case Recorded recorded -> SpecKeys.RECORD;
            case Replayed replayed -> SpecKeys.REPLAY;
        };
    }

    /**
     * Tells what is missing and what contradicts.
     *
     * @param top where to tell of what is missing
     */
    default void check(Mapping spec, Place top, Problems problems) {
        WholeSpec whole = new WholeSpec(spec, top, problems);
        switch (this) {
            case Backtest backtest -> {
                whole.objective();
                whole.data();
                whole.strategy();
            }
            case Own own -> {
                whole.objective();
                whole.someObjective();
            }
            case Recorded recorded -> {
                whole.data();
                whole.strategies();
            }
            case Replayed replayed -> {
                whole.objective();
                whole.signals();
            }
        }
    }
}
