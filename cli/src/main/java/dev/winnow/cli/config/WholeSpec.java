package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import java.util.List;

/** Checks of a spec that no single key can tell: missing and contradicting ones. */
final class WholeSpec {
    private static final List<String> PLANES = List.of("enter-long", "exit-long", "enter-short", "exit-short");

    private final Mapping spec;
    private final Place top;
    private final Problems problems;

    /** @param top where to tell of what is missing */
    WholeSpec(Mapping spec, Place top, Problems problems) {
        this.spec = spec;
        this.top = top;
        this.problems = problems;
    }

    /** At most one objective. */
    void objective() {
        if (spec.section("objective").entries().size() > 1) {
            problems.add(place(spec, "objective"), "objective: give either maximize or minimize");
        }
    }

    /** At least one objective. */
    void someObjective() {
        if (spec.section("objective").entries().isEmpty()) {
            problems.add(
                    top, "objective: nothing is best; give objective.maximize or objective.minimize with a metric");
        }
    }

    /** One source of bars. */
    void data() {
        Mapping data = spec.section("data");
        boolean path = has(data, "path");
        boolean synthetic = has(data, "synthetic");
        if (path == synthetic) {
            problems.add(
                    path ? place(spec, "data") : top,
                    path
                            ? "data: both path and synthetic are given; keep one"
                            : "data: no bars; give data.path or data.synthetic");
        }
        if (synthetic && !has(data.section("synthetic"), "bars")) {
            problems.add(place(data, "synthetic"), "synthetic: 'bars' is missing; say how many");
        }
    }

    /** One kind of rules that enter. */
    void strategy() {
        Mapping strategy = spec.section("strategy");
        boolean position = has(strategy, "position");
        if (position && PLANES.stream().anyMatch(plane -> has(strategy, plane))) {
            problems.add(place(spec, "strategy"), "strategy: position stands instead of enter and exit; keep one kind");
        } else if (!position && !enters(strategy)) {
            problems.add(top, "strategy: nothing ever enters; give enter-long, enter-short or position");
        }
    }

    /** Strategies, each with a name and one kind of rules that enter. */
    void strategies() {
        Mapping strategies = spec.section("strategies");
        if (strategies.entries().isEmpty()) {
            problems.add(place(spec, "strategies"), "strategies: there is none; give names with rules");
        }
        strategies.entries().forEach((name, entry) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
                problems.add(entry.key(), "strategy '" + name + "': a name has letters, digits, _ and - only");
            }
            if (entry.value() instanceof Mapping strategy) {
                rules(name, strategy);
            }
        });
    }

    /** A recording, and one way to choose from it. */
    void signals() {
        Mapping signals = spec.section("signals");
        if (!has(signals, "path")) {
            problems.add(place(spec, "signals"), "signals: 'path' is missing; name the recording");
        }
        if (has(signals, "settings") && has(signals, "strategies")) {
            problems.add(
                    place(signals, "settings"),
                    "signals: settings by hand stand instead of strategies to select from; keep one");
        }
    }

    private void rules(String name, Mapping strategy) {
        boolean planes = PLANES.stream().anyMatch(plane -> has(strategy, plane));
        int kinds = (planes ? 1 : 0) + (has(strategy, "position") ? 1 : 0) + (has(strategy, "score") ? 1 : 0);
        if (kinds > 1) {
            problems.add(
                    strategy.place(),
                    name + ": enter and exit, position, and score stand for each other; keep one kind");
        } else if (kinds == 0 || (planes && !enters(strategy))) {
            problems.add(
                    strategy.place(), name + ": nothing ever enters; give enter-long, enter-short, position or score");
        }
    }

    private static boolean enters(Mapping strategy) {
        return has(strategy, "enter-long") || has(strategy, "enter-short");
    }

    private static boolean has(Mapping mapping, String name) {
        return mapping.entries().containsKey(name);
    }

    private static Place place(Mapping mapping, String name) {
        Entry entry = mapping.entries().get(name);
        return entry == null ? mapping.place() : entry.value().place();
    }
}
