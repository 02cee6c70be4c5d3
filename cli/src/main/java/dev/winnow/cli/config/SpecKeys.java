package dev.winnow.cli.config;

import dev.winnow.cli.config.Key.Kind;
import java.util.List;

/** Every key of a spec. */
final class SpecKeys {
    private static final Key SYNTHETIC = Key.section(
            "synthetic",
            "Bars to make instead of a file.",
            Key.of("bars", Kind.COUNT, "", "Number of bars."),
            Key.of("seed", Kind.WHOLE, "1", "The same seed gives the same bars."),
            Key.of("start-price", Kind.NUMBER, "100", "Price before the first bar."),
            Key.of("volatility", Kind.NUMBER, "0.2", "Standard deviation of a year's log return."),
            Key.of("drift", Kind.NUMBER, "0.05", "Expected log growth a year."),
            Key.of("spacing", Kind.TEXT, "1d", "Length of a bar: 1d, 1h, 5m."),
            Key.of("jumps-per-year", Kind.NUMBER, "4", "Expected jumps a year; 0 for none."),
            Key.of("jump-volatility", Kind.NUMBER, "0.03", "Standard deviation of a jump's log size."));

    private static final Key DATA = Key.section(
            "data",
            "The bars.",
            Key.of("path", Kind.TEXTS, "", "CSV (also .gz) or Parquet files or globs, relative to the spec's folder."),
            SYNTHETIC,
            Key.of("from", Kind.TEXT, "", "First moment, inclusive: 2020, 2020-01, 2020-01-31 or a date-time."),
            Key.of("to", Kind.TEXT, "", "Last moment, inclusive; a year, month or day means all of it."),
            Key.of("resample", Kind.TEXT, "", "Length of the bars to make from the loaded ones: 5m, 1h, 1d, 1w."),
            Key.of("periods-per-year", Kind.NUMBER, "", "Bars a year for annual figures; derived from the bars."),
            Key.choice("repair", "none", List.of("none", "drop"), "What to do with rows that break a rule."),
            Key.of("delimiter", Kind.CHAR, "", "One char that parts a CSV's fields; detected."));

    private static final Key LET = Key.of("let", Kind.EXPRESSIONS, "", "Names for parts of expressions.");
    private static final Key ENTER_LONG = Key.of("enter-long", Kind.EXPRESSION, "", "When to buy.");
    private static final Key EXIT_LONG = Key.of("exit-long", Kind.EXPRESSION, "", "When to sell what was bought.");
    private static final Key ENTER_SHORT = Key.of("enter-short", Kind.EXPRESSION, "", "When to sell short.");
    private static final Key EXIT_SHORT = Key.of("exit-short", Kind.EXPRESSION, "", "When to buy back.");
    private static final Key POSITION =
            Key.of("position", Kind.EXPRESSION, "", "Instead of the four: the side to hold, -1, 0 or 1.");

    private static final Key STRATEGY =
            Key.section("strategy", "What decides.", LET, ENTER_LONG, EXIT_LONG, ENTER_SHORT, EXIT_SHORT, POSITION);

    static final Key EXECUTION = Key.section(
            "execution",
            "How decisions become fills, and what they cost; each value may be a parameter's name.",
            Key.of("cash", Kind.CASH, "10000", "Initial cash."),
            Key.choice("fill", "next-open", List.of("next-open", "close"), "Where an order fills."),
            Key.of("fee", Kind.COST, "0", "Share of the notional of every fill: 5 bps or 0.05 %."),
            Key.of("fee-fixed", Kind.AMOUNT, "0", "Cash of every fill."),
            Key.of("slippage", Kind.COST, "0", "Share by which a price is worse: 1 bps."),
            Key.of("fraction", Kind.FRACTION, "1.0", "Share of the cash that an entry uses."),
            Key.of("lot", Kind.LOT, "none", "Quantities are multiples of it; 1: whole shares."),
            Key.of("stop-loss", Kind.STOP, "none", "Share below (short: above) the entry price."),
            Key.of("take-profit", Kind.STOP, "none", "Share above (short: below) the entry price."),
            Key.of("trailing", Kind.STOP, "none", "Share off the best price since the entry."),
            Key.of("borrow", Kind.COST, "0", "Annual rate on what is held short: 3 %."),
            Key.of("risk-free", Kind.COST, "0", "Annual rate that the Sharpe ratio subtracts: 2 %."));

    /** Knobs that never change a result; the only section of a profile. */
    static final Key RUN = Key.section(
            "run",
            "Knobs that never change a result.",
            Key.of(
                    "threads",
                    Kind.COUNT_OR_AUTO,
                    "auto",
                    "Worker threads; auto: one a core at first, then as many as are fastest."),
            Key.of("batch", Kind.COUNT_OR_AUTO, "auto", "Points a batch; auto: sized by memory, then as is fastest."),
            Key.of("memory", Kind.BYTES_OR_AUTO, "auto", "Heap that the sweep may take, like 512M; auto: all."),
            Key.of(
                    "max-failures",
                    Kind.FAILURES,
                    "any",
                    "Points that may fail before the run stops: a number, a share in percent, or any."),
            Key.of(
                    "cache",
                    Kind.TEXT,
                    "none",
                    "Where prepared values are kept from run to run: none, file, or redis://host:6379."),
            Key.choice("output", "table", List.of("table", "json", "csv"), "Format of the result."),
            Key.of("top", Kind.COUNT_OR_ALL, "10", "Points to list, best first."));

    private static final Key NAME = Key.of("name", Kind.TEXT, "", "What the run is called; the file's name.");
    private static final Key PARAMETERS =
            Key.of("parameters", Kind.AXES, "", "The parameters and the values to sweep.");
    private static final Key WHERE =
            Key.of("where", Kind.EXPRESSION, "", "Condition on the parameters: which points to run.");
    private static final Key REQUIRE =
            Key.of("require", Kind.EXPRESSION, "", "Condition on metrics; points that miss it rank below all others.");

    private static final Key STRATEGIES = Key.sections(
            "strategies",
            "Strategies whose signals are recorded, by name; each over parameters of its own.",
            PARAMETERS,
            WHERE,
            LET,
            ENTER_LONG,
            EXIT_LONG,
            ENTER_SHORT,
            EXIT_SHORT,
            POSITION,
            Key.of(
                    "score",
                    Kind.EXPRESSION,
                    "",
                    "Instead of the planes: a number a bar, from -1 for short to 1 for long."));

    private static final Key WORKLOAD = Key.of(
            "workload",
            Kind.TEXT,
            SpecKind.BACKTEST,
            "What runs the points: backtest, or a workload of your own by its name.");

    private static final Key METRICS = Key.of(
            "metrics",
            Kind.METRICS,
            "[total_return, cagr, sharpe, max_drawdown, trades, win_rate, exposure]",
            "What to report of a point, or all.");

    /** The whole spec of a backtest. */
    static final Key ROOT = Key.section(
            "spec",
            "A sweep of a strategy's parameters over bars.",
            NAME,
            WORKLOAD,
            DATA,
            PARAMETERS,
            WHERE,
            STRATEGY,
            EXECUTION,
            objective(Kind.METRIC),
            REQUIRE,
            METRICS,
            RUN);

    /** The whole spec of strategies to record. */
    static final Key RECORD =
            Key.section(ROOT.name(), "Strategies whose signals are recorded.", NAME, DATA, STRATEGIES, EXECUTION, RUN);

    private static final Key SIGNALS = Key.section(
            "signals",
            "The recorded signals to combine.",
            Key.of("path", Kind.TEXT, "", "The recording, relative to the spec's folder."),
            Key.of("record", Kind.TEXT, "", "A spec of strategies, recorded there first where there is no recording."),
            Key.of("strategies", Kind.TEXTS, "", "Whose settings to take; all of the recording."),
            Key.section(
                    "select",
                    "The best settings of each strategy, each judged alone; one is a signal: trend_1, trend_2.",
                    Key.of("by", Kind.METRIC, "sharpe", "The metric that judges."),
                    Key.of("per-strategy", Kind.COUNT, "1", "How many settings of a strategy.")),
            Key.of("settings", Kind.SETTINGS, "", "Instead of select: the settings by hand, a list for each strategy."),
            new Key(
                    "execution",
                    Kind.SECTIONS,
                    "",
                    List.of(),
                    EXECUTION.keys(),
                    "What a strategy's settings are judged by, where that is not the execution."));

    private static final Key THRESHOLDS = Key.section(
            "thresholds",
            "Of the weighted sum, or of the signal that is followed.",
            Key.of("enter", Kind.AXIS, "0.5", "How far from 0 a position opens; several are searched."),
            Key.of("exit", Kind.AXIS, "0", "How near to 0, or beyond, it closes; below enter."));

    private static final Key REGIME =
            Key.of("regime", Kind.EXPRESSION, "", "Condition on the bars: while it is false, no position is wanted.");

    /** The whole spec of a replay of recorded signals. */
    static final Key REPLAY = Key.section(
            ROOT.name(),
            "A search over combinations of recorded signals.",
            NAME,
            SIGNALS,
            Key.of("combine", Kind.COMBINE, "weighted", "weighted, any, all, { vote: k }, { best-of: { window: n } }."),
            Key.of("weights", Kind.WEIGHTS, "", "simplex, dirichlet, vectors or ranges; equal ones."),
            THRESHOLDS,
            REGIME,
            PARAMETERS,
            WHERE,
            EXECUTION.with(EXECUTION.keys().stream()
                    .map(key -> key.kind() == Kind.CHOICE ? key : key.as(Kind.AXIS))
                    .toList()),
            objective(Kind.METRIC),
            REQUIRE,
            METRICS,
            RUN);

    private SpecKeys() {}

    /** The whole spec for a workload of its own: what every spec has, and a section that is called as the workload is. */
    static Key own(String workload) {
        return Key.section(
                ROOT.name(),
                "A sweep of a workload's parameters.",
                NAME,
                WORKLOAD,
                Key.of(workload, Kind.TREE, "", "What the workload reads."),
                PARAMETERS,
                WHERE,
                objective(Kind.TEXT),
                REQUIRE,
                RUN);
    }

    private static Key objective(Kind metric) {
        return Key.section(
                "objective",
                "What is best; one of the two.",
                Key.of("maximize", metric, "", "The metric to have high."),
                Key.of("minimize", metric, "", "The metric to have low."));
    }

    /** The key of that name in a section, or null. */
    static @org.jspecify.annotations.Nullable Key find(Key section, String name) {
        return section.keys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static List<String> names(Key section) {
        return section.keys().stream().map(Key::name).toList();
    }
}
