package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all simulators of one symbol share: the bars, the extrema of their closes, the sums by costs. Thread-safe. */
public final class SimulatorTables {
    /** Settings that the sums of a leapt trade depend on. */
    private record Costs(boolean fillAtClose, double fee, double slippage) {}

    private final Bars bars;
    private final CloseExtrema extrema;
    private final Map<Costs, JumpTables> jump = new ConcurrentHashMap<>();

    /** Tables over the bars. */
    public SimulatorTables(Bars bars) {
        this.bars = bars;
        this.extrema = new CloseExtrema(bars.close());
    }

    Bars bars() {
        return bars;
    }

    CloseExtrema extrema() {
        return extrema;
    }

    JumpTables jump(Execution execution) {
        return jump.computeIfAbsent(
                new Costs(execution.fillAtClose(), execution.fee(), execution.slippage()),
                costs -> new JumpTables(bars, costs.fillAtClose(), costs.fee(), costs.slippage()));
    }

    /** Bytes that the tables of one set of costs take. */
    public static long bytes(int bars) {
        return CloseExtrema.bytes(bars) + 8L * bars * 4 * JumpTables.STRIDE;
    }
}
