package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.DecisionPlanes;

/**
 * The fast simulator of one thread: leaps from trade to trade where equity between them is proportional to the close
 * ({@link JumpSimulator}), walks the open positions where it is not ({@link WalkSimulator}). The choice looks at the
 * point's settings and planes alone, so a point gives the same bits in any batch on any thread.
 */
public final class FastSimulator {
    private final SimulatorTables tables;
    private final JumpSimulator jump;
    private final WalkSimulator walk;
    private final JumpPath path;

    /**
     * A simulator over the tables' bars.
     *
     * @param vector whether to use the Vector API where the machine's registers hold a block; the bits are the same
     */
    public FastSimulator(SimulatorTables tables, boolean vector) {
        this(tables, vector ? Kernels.forMachine() : Kernels.scalar());
    }

    FastSimulator(SimulatorTables tables, Kernels kernels) {
        this.path = new JumpPath(kernels.bits());
        this.tables = tables;
        this.jump = new JumpSimulator(tables);
        this.walk = new WalkSimulator(tables, kernels.hold());
    }

    /** Whether a point with these settings, going long only, is leapt through. */
    public static boolean jumps(Execution execution, boolean shorts) {
        return !shorts
                && !execution.stops()
                && execution.fraction() == 1
                && execution.feeFixed() == 0
                && Double.isNaN(execution.lot());
    }

    /**
     * Fills the tally with the sums that are asked for.
     *
     * @param shorts whether {@code planes.enterShort()} may have a bar set
     */
    public void simulate(DecisionPlanes planes, boolean shorts, Execution execution, Needs needs, Tally tally) {
        boolean done = false;
        if (jumps(execution, shorts)) {
            path.list(planes, execution.fillAtClose());
            JumpTables costs = tables.jump(execution);
            done = jump.simulate(path, costs, execution, needs, tally);
        }
        if (!done) {
            walk.simulate(planes, execution, needs, tally);
        }
    }
}
