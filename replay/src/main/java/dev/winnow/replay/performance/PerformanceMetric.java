package dev.winnow.replay.performance;

import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Metric.Direction;
import dev.winnow.engine.workload.Metric.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The metrics of a backtest, in the order of the semantics. An undefined metric is NaN. */
public enum PerformanceMetric {
    TOTAL_RETURN(Unit.FRACTION, Direction.HIGHER),
    CAGR(Unit.FRACTION, Direction.HIGHER),
    VOLATILITY(Unit.FRACTION, Direction.LOWER),
    SHARPE(Unit.RATIO, Direction.HIGHER),
    SORTINO(Unit.RATIO, Direction.HIGHER),
    MAX_DRAWDOWN(Unit.FRACTION, Direction.LOWER),
    MAX_DRAWDOWN_BARS(Unit.COUNT, Direction.LOWER),
    CALMAR(Unit.RATIO, Direction.HIGHER),
    EXPOSURE(Unit.FRACTION, Direction.NEITHER),
    TRADES(Unit.COUNT, Direction.NEITHER),
    OPEN_TRADES(Unit.COUNT, Direction.NEITHER),
    WIN_RATE(Unit.FRACTION, Direction.HIGHER),
    PROFIT_FACTOR(Unit.RATIO, Direction.HIGHER),
    EXPECTANCY(Unit.FRACTION, Direction.HIGHER),
    FEES(Unit.MONEY, Direction.LOWER),
    TURNOVER(Unit.RATIO, Direction.NEITHER),
    SKEWNESS(Unit.RATIO, Direction.HIGHER),
    KURTOSIS(Unit.RATIO, Direction.LOWER);

    private static final List<String> NAMES =
            Arrays.stream(values()).map(PerformanceMetric::text).toList();

    @SuppressWarnings("ImmutableEnumChecker") // a record of a string and enums
    private final Metric metric;

    PerformanceMetric(Unit unit, Direction direction) {
        this.metric = new Metric(name().toLowerCase(Locale.ROOT), unit, direction, true);
    }

    /** As the engine sees it. */
    public Metric metric() {
        return metric;
    }

    /** As written in a spec: max_drawdown. */
    public String text() {
        return metric.name();
    }

    /** All names in order. */
    public static List<String> names() {
        return NAMES;
    }

    /** The metric of that name. @throws IllegalArgumentException when there is none */
    public static PerformanceMetric of(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no metric " + name);
        }
        return values()[index];
    }
}
