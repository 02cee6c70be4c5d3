package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.List;

/**
 * Points that are leapt through together, a stretch of bars at a time, so that the tables of a long series are read from
 * the second-level cache by all points but the first. Gives the bits that {@link FastSimulator#simulate} gives. One
 * thread's; used again and again.
 */
public final class FastGroup {
    /** Points of a group: their lists of changes are to stay small. */
    public static final int SLOTS = 128;

    /** Bars of a stretch: its tables take about 600 KB. */
    static final int STRETCH = 4096;

    /** From so many bars on the tables do not fit a second-level cache as a whole. */
    public static final int WORTHWHILE_BARS = 8 * STRETCH;

    private final SimulatorTables tables;
    private final JumpSimulator jump;
    private final Needs needs;
    private final int stretch;
    private final List<JumpPath> paths = new ArrayList<>();
    private final Execution[] executions = new Execution[SLOTS];
    private int size;

    /**
     * An empty group.
     *
     * @param stretch bars that all points pass before any goes on
     */
    FastGroup(SimulatorTables tables, JumpSimulator jump, Needs needs, int stretch) {
        this.tables = tables;
        this.jump = jump;
        this.needs = needs;
        this.stretch = stretch;
    }

    /** Points in the group. */
    public int size() {
        return size;
    }

    /** Takes a point of which {@link FastSimulator#jumps} holds; the planes are not kept. The group must have room. */
    public void add(DecisionPlanes planes, Execution execution) {
        if (size == paths.size()) {
            paths.add(new JumpPath());
        }
        paths.get(size).list(planes, execution.fillAtClose());
        executions[size++] = execution;
    }

    /** Passes all bars with all points. */
    public void run() {
        int bars = tables.bars().size();
        for (int until = stretch; until < bars + stretch; until += stretch) {
            for (int slot = 0; slot < size; slot++) {
                jump.advance(paths.get(slot), until, tables.jump(executions[slot]), needs.drawdown());
            }
        }
    }

    /** The settings that the point came with. */
    public Execution execution(int slot) {
        return executions[slot];
    }

    /** Fills the tally of a point that has passed. False when the point has to be simulated by itself after all. */
    public boolean finish(int slot, Tally tally) {
        return jump.finish(paths.get(slot), tables.jump(executions[slot]), executions[slot], needs, tally);
    }

    /** Empties the group. */
    public void clear() {
        size = 0;
    }
}
