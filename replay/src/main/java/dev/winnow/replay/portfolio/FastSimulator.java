package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import org.jspecify.annotations.Nullable;

/**
 * The fast simulator of one thread. A point that only goes long with all its cash and is not stopped is leapt through
 * from trade to trade ({@link JumpSimulator}), or, where it trades often, summed bar by bar beside others
 * ({@link LaneSimulator}); any other is walked where it holds a position ({@link WalkSimulator}). The choice looks at the
 * point's settings and planes alone, so a point gives the same bits in any batch on any thread.
 */
public final class FastSimulator {
    /** How a point's way is chosen where points differ in what decides it, for a run's record. */
    public static final String CHOICE =
            "chosen per point: jump, or lanes where it trades often, if long only with all the cash and no stops,"
                    + " else walk";

    /** A change of position costs a leap about as much time as so many bars cost a lane. */
    private static final int BARS_PER_CHANGE = 64;

    /** So do a leap's look at the planes and its set-up. */
    private static final int BARS_PER_LEAP = 512;

    /** Where the points' sums go. */
    public interface Results {
        /**
         * Called once for each point, in any order.
         *
         * @param point the number that the point was added with
         * @param tally its sums, valid during the call
         */
        void take(int point, Execution execution, Tally tally);
    }

    private final Needs needs;
    private final JumpSimulator jump;
    private final WalkSimulator walk;
    private final LaneSimulator lanes;
    private final JumpPath path;
    /** long[words]: the positions of the planes that were followed last, where they change often. */
    private final long[] held;

    private @Nullable DecisionPlanes followed;
    private boolean followedAtClose;
    private boolean often;
    /** Where they do: how often. */
    private int changes;

    private final Tally tally = new Tally();

    /**
     * A simulator over the tables' bars.
     *
     * @param vector whether to use the Vector API where the machine's registers hold a block; the bits are the same
     * @param needs the sums that are asked for
     */
    public FastSimulator(SimulatorTables tables, boolean vector, Needs needs) {
        this(tables, vector ? Kernels.forMachine() : Kernels.scalar(), needs);
    }

    FastSimulator(SimulatorTables tables, Kernels kernels, Needs needs) {
        this.needs = needs;
        this.path = new JumpPath(kernels.bits());
        this.held = new long[BitPlanes.words(tables.bars().size())];
        this.jump = new JumpSimulator(tables, needs);
        this.walk = new WalkSimulator(tables.bars(), kernels);
        this.lanes = new LaneSimulator(tables, kernels, needs);
    }

    /** About the bytes that one simulator writes to: a group of lanes, steps with costs, and ten planes. */
    public static long bytes(int bars) {
        return LaneGroup.bytes(bars) + LaneSteps.bytes(bars) + 10L * Long.BYTES * BitPlanes.words(bars);
    }

    /** Whether a point with these settings, going long only, is leapt through or summed beside others. */
    public static boolean jumps(Execution execution, boolean shorts) {
        return !shorts
                && !execution.stops()
                && execution.fraction() == 1
                && execution.feeFixed() == 0
                && Double.isNaN(execution.lot());
    }

    /** Whether a position that changes so many times in so many bars changes often, and is summed bar by bar. */
    static boolean often(int changes, int bars) {
        return (long) changes * BARS_PER_CHANGE + BARS_PER_LEAP > bars;
    }

    /** Forgets the points that wait, if the last batch was broken off. */
    public void begin() {
        lanes.clear();
    }

    /**
     * Simulates a point, at once or when enough others wait with it.
     *
     * @param point any number, to tell it from others
     * @param planes the same object as the point's before only if nothing in them has changed since
     * @param shorts whether {@code planes.enterShort()} may have a bar set
     */
    public void add(int point, DecisionPlanes planes, boolean shorts, Execution execution, Results results) {
        if (!jumps(execution, shorts)) {
            walk.simulate(planes, execution, needs, tally);
            results.take(point, execution, tally);
            return;
        }
        boolean fillAtClose = execution.fillAtClose();
        follow(planes, fillAtClose);
        if (often) {
            if (lanes.differs(fillAtClose)) {
                finish(results);
            }
            lanes.add(point, execution, held, changes);
            if (lanes.full()) {
                finish(results);
            }
            return;
        }
        if (!jump.simulate(execution, tally)) {
            walk.simulate(planes, execution, needs, tally);
        }
        results.take(point, execution, tally);
    }

    /** Follows the planes, unless the point before had the same. */
    @SuppressWarnings("ReferenceEquality")
    private void follow(DecisionPlanes planes, boolean fillAtClose) {
        if (planes == followed && fillAtClose == followedAtClose) {
            return;
        }
        int bars = planes.bars();
        boolean seldom = path.listSeldom(planes, fillAtClose, (bars - BARS_PER_LEAP) / BARS_PER_CHANGE);
        changes = seldom ? 0 : LongPositions.follow(planes, fillAtClose, held);
        often = often(changes, bars);
        if (!often) {
            if (!seldom) {
                path.list(held, bars, fillAtClose);
            }
            jump.load(path, fillAtClose);
        }
        followed = planes;
        followedAtClose = fillAtClose;
    }

    /** Simulates the points that wait. */
    public void finish(Results results) {
        lanes.finish(walk, tally, results);
    }
}
