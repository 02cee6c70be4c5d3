package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all simulators of one symbol share: the bars, the extrema of their prices, the sums by costs; each made when first asked for. Thread-safe. */
public final class SimulatorTables {
    /** A table that is made when it is first asked for, once. */
    private static final class Shared<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T made;

        Shared(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            T present = made;
            return present == null ? make() : present;
        }

        private synchronized T make() {
            T present = made;
            if (present == null) {
                present = maker.get();
                made = present;
            }
            return present;
        }
    }

    /** Settings that the sums of a leapt trade depend on. */
    private record Costs(boolean fillAtClose, double fee, double slippage) {}

    private final Bars bars;
    private final Shared<RangeExtrema> closes;
    private final Shared<CloseFalls> falls;
    private final Shared<RangeExtrema> prices;
    private final Shared<LaneSteps> stepsAtOpen;
    private final Shared<LaneSteps> stepsAtClose;
    private final int mostCosts;
    private final Map<Costs, JumpTables> jump = new ConcurrentHashMap<>();

    /** Tables over the bars; the sums of all costs together take at most an eighth of the heap, or a set's room. */
    public SimulatorTables(Bars bars) {
        this(bars, Runtime.getRuntime().maxMemory() / 8);
    }

    SimulatorTables(Bars bars, long mostBytes) {
        this.bars = bars;
        this.mostCosts = Math.clamp(mostBytes / (jumpBytes(bars.size()) + 1), 1, Integer.MAX_VALUE);
        this.closes = new Shared<>(() -> new RangeExtrema(bars.close(), bars.close()));
        this.falls = new Shared<>(() -> new CloseFalls(bars.close(), closes.get()));
        this.prices = new Shared<>(() -> new RangeExtrema(bars.low(), bars.high()));
        this.stepsAtOpen = new Shared<>(() -> new LaneSteps(bars, false));
        this.stepsAtClose = new Shared<>(() -> new LaneSteps(bars, true));
    }

    Bars bars() {
        return bars;
    }

    /** Least and greatest close. */
    RangeExtrema closes() {
        return closes.get();
    }

    CloseFalls falls() {
        return falls.get();
    }

    /** Least low and greatest high. */
    RangeExtrema prices() {
        return prices.get();
    }

    /** What each bar multiplies equity by. */
    LaneSteps steps(boolean fillAtClose) {
        return (fillAtClose ? stepsAtClose : stepsAtOpen).get();
    }

    /** The sums at the execution's costs; where there are too many costs to keep them all, one is made room for. */
    JumpTables jump(Execution execution) {
        Costs costs = new Costs(execution.fillAtClose(), execution.fee(), execution.slippage());
        JumpTables present = jump.get(costs);
        return present == null ? make(costs) : present;
    }

    private JumpTables make(Costs costs) {
        // whichever: where points come round the costs in turn, dropping the oldest would drop the next
        Iterator<Costs> kept = jump.keySet().iterator();
        while (jump.size() >= mostCosts && kept.hasNext()) {
            jump.remove(kept.next());
        }
        return jump.computeIfAbsent(
                costs, missing -> new JumpTables(bars, costs.fillAtClose(), costs.fee(), costs.slippage()));
    }

    /** How many sets of costs are kept. */
    int costs() {
        return jump.size();
    }

    /** Bytes that the tables of one set of costs take, with stops. */
    public static long bytes(int bars) {
        return 2 * RangeExtrema.bytes(bars) + LaneSteps.bytes(bars) + jumpBytes(bars);
    }

    private static long jumpBytes(int bars) {
        return 8L * bars * 4 * JumpTables.STRIDE;
    }
}
