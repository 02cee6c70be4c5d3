package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * What all simulators of one symbol share, whatever the costs: the bars, the extrema of their closes, the sums of their
 * returns; each made when first asked for. Thread-safe.
 */
public final class SimulatorTables {
    private final Bars bars;
    private final Shared<CloseRanges> closes;
    private final Shared<LaneSteps> stepsAtOpen;
    private final Shared<LaneSteps> stepsAtClose;
    private final Shared<TradeTables> tradesAtOpen;
    private final Shared<TradeTables> tradesAtClose;

    /** Tables over the bars. */
    public SimulatorTables(Bars bars) {
        this.bars = bars;
        this.closes = new Shared<>(() -> new CloseRanges(bars.close()));
        this.stepsAtOpen = new Shared<>(() -> new LaneSteps(bars, false));
        this.stepsAtClose = new Shared<>(() -> new LaneSteps(bars, true));
        this.tradesAtOpen = new Shared<>(() -> new TradeTables(bars, false));
        this.tradesAtClose = new Shared<>(() -> new TradeTables(bars, true));
    }

    Bars bars() {
        return bars;
    }

    /** Least and greatest close, and its falls. */
    CloseRanges closes() {
        return closes.get();
    }

    /** What each bar multiplies equity by. */
    LaneSteps steps(boolean fillAtClose) {
        return (fillAtClose ? stepsAtClose : stepsAtOpen).get();
    }

    /** What trades do to equity. */
    TradeTables trades(boolean fillAtClose) {
        return (fillAtClose ? tradesAtClose : tradesAtOpen).get();
    }

    /** Bytes that the tables take where orders fill one way. */
    public static long bytes(int bars) {
        return CloseRanges.bytes(bars) + LaneSteps.bytes(bars) + TradeTables.bytes(bars);
    }
}
