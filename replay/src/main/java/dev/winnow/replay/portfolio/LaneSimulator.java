package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;

/**
 * Sums sixteen points at a time, bar by bar: for points that only go long with all their cash and are not stopped, and
 * that trade too often for leaping from trade to trade to pay. What the trades cost and gain is summed trade by trade,
 * and only where it is asked for. One thread's.
 */
final class LaneSimulator {
    private final SimulatorTables tables;
    private final LaneKernel kernel;
    private final JumpPath path;
    private final Needs needs;
    private final LaneGroup group;
    private final int[] points = new int[LaneGroup.LANES];
    private final int[] changes = new int[LaneGroup.LANES];
    private final int[] heldBars = new int[LaneGroup.LANES];
    private final Execution[] executions = new Execution[LaneGroup.LANES];
    /** long[words]: of one lane. */
    private final long[] positions;

    private double[] gross = {};
    private int count;

    LaneSimulator(SimulatorTables tables, Kernels kernels, Needs needs) {
        this.tables = tables;
        this.kernel = kernels.lanes();
        this.path = new JumpPath(kernels.bits());
        this.needs = needs;
        this.group = new LaneGroup(tables.bars().size());
        this.positions = new long[BitPlanes.words(tables.bars().size())];
    }

    /** Forgets the points that wait. */
    void clear() {
        count = 0;
    }

    boolean full() {
        return count == LaneGroup.LANES;
    }

    /** Whether points wait whose orders fill otherwise. */
    boolean differs(boolean fillAtClose) {
        return count > 0 && executions[0].fillAtClose() != fillAtClose;
    }

    /**
     * Takes a point.
     *
     * @param held long[words], see {@link LongPositions}; copied
     * @param changing how often they change
     */
    void add(int point, Execution execution, long[] held, int changing) {
        heldBars[count] = group.hold(count, held);
        points[count] = point;
        executions[count] = execution;
        changes[count] = changing;
        group.enter[count] = Fills.enterFactor(execution);
        group.leave[count] = Fills.leaveFactor(execution);
        count++;
    }

    /**
     * Sums the points that wait and gives them away.
     *
     * @param walk for points whose sums have lost their digits
     */
    void finish(WalkSimulator walk, Tally tally, FastSimulator.Results results) {
        if (count == 0) {
            return;
        }
        group.free(count);
        boolean more = needs.moments() || needs.downside() || needs.drawdownBars();
        kernel.sum(tables.steps(executions[0].fillAtClose()), group, more);
        for (int lane = 0; lane < count; lane++) {
            if (!fill(lane, tally)) {
                walk.simulate(planes(lane), executions[lane], needs, tally);
            }
            results.take(points[lane], executions[lane], tally);
        }
        count = 0;
    }

    /** Fills the tally of one lane. False when the variance of the returns has lost its digits. */
    private boolean fill(int lane, Tally tally) {
        Execution execution = executions[lane];
        int bars = tables.bars().size();
        tally.reset(bars);
        tally.openTrades = changes[lane] & 1;
        tally.trades = changes[lane] >> 1;
        // an order that fills on the next bar holds from there on
        tally.heldBars = (long) heldBars[lane] - (execution.fillAtClose() ? 0 : tally.openTrades);
        tally.growth = group.growth[lane];
        tally.worst = group.worst[lane];
        tally.sum1 = group.sum1[lane];
        tally.sum2 = group.sum2[lane];
        tally.sum3 = group.sum3[lane];
        tally.sum4 = group.sum4[lane];
        tally.downside = group.downside[lane];
        tally.drawdownBars = (int) group.drawdownBars[lane];
        if (needs.costs() || needs.trades()) {
            group.held(lane, positions);
            path.list(positions, bars, execution.fillAtClose());
            if (gross.length < path.trades()) {
                gross = new double[2 * path.trades()];
            }
            tables.trades(execution.fillAtClose()).gross(path, gross);
            TradeSums.fill(gross, path.trades(), path.open() > 0, execution, tally);
        }
        return tally.settle(needs);
    }

    /** Planes that lead to the same positions. */
    private DecisionPlanes planes(int lane) {
        int bars = tables.bars().size();
        long[] enter = new long[positions.length];
        group.held(lane, enter);
        long[] exit = new long[enter.length];
        for (int w = 0; w < exit.length; w++) {
            exit[w] = ~enter[w];
        }
        long[] absent = DecisionPlanes.absent(bars);
        return new DecisionPlanes(bars, enter, exit, absent, absent);
    }
}
