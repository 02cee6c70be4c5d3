package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all simulators of one symbol share: the bars, the extrema of their prices, the sums by costs. Thread-safe. */
public final class SimulatorTables {
    /** Settings that the sums of a leapt trade depend on. */
    private record Costs(boolean fillAtClose, double fee, double slippage) {}

    private final Bars bars;
    private final RangeExtrema closes;
    private final CloseFalls falls;
    private volatile @Nullable RangeExtrema prices;
    private final Map<Costs, JumpTables> jump = new ConcurrentHashMap<>();

    /** Tables over the bars. */
    public SimulatorTables(Bars bars) {
        this.bars = bars;
        this.closes = new RangeExtrema(bars.close(), bars.close());
        this.falls = new CloseFalls(bars.close(), closes);
    }

    Bars bars() {
        return bars;
    }

    /** Least and greatest close. */
    RangeExtrema closes() {
        return closes;
    }

    CloseFalls falls() {
        return falls;
    }

    /** Least low and greatest high; made when first asked for. */
    RangeExtrema prices() {
        RangeExtrema present = prices;
        return present == null ? makePrices() : present;
    }

    private synchronized RangeExtrema makePrices() {
        RangeExtrema present = prices;
        if (present == null) {
            present = new RangeExtrema(bars.low(), bars.high());
            prices = present;
        }
        return present;
    }

    JumpTables jump(Execution execution) {
        return jump.computeIfAbsent(
                new Costs(execution.fillAtClose(), execution.fee(), execution.slippage()),
                costs -> new JumpTables(bars, costs.fillAtClose(), costs.fee(), costs.slippage()));
    }

    /** Bytes that the tables of one set of costs take, with stops. */
    public static long bytes(int bars) {
        return 2 * RangeExtrema.bytes(bars) + 8L * bars * 4 * JumpTables.STRIDE;
    }
}
