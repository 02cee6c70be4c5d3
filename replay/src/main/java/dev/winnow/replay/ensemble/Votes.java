package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.util.List;

/** The planes of a vote: sides are counted once a code. Immutable. */
public final class Votes {
    private final JointCode code;
    private final int[] longs;
    private final int[] shorts;

    public Votes(List<Signal> signals) {
        this.code = new JointCode(signals.stream().map(ScoreSource::sides).toList());
        this.longs = new int[code.count()];
        this.shorts = new int[code.count()];
        for (int i = 0; i < code.signals(); i++) {
            double[] sides = code.sides(i);
            for (int c = 0; c < sides.length; c++) {
                longs[c] += sides[c] > 0 ? 1 : 0;
                shorts[c] += sides[c] < 0 ? 1 : 0;
            }
        }
    }

    /** What at least so many votes decide. */
    public DecisionPlanes planes(int votes, int bars) {
        byte[] flags = new byte[code.count()];
        for (int c = 0; c < flags.length; c++) {
            boolean toLong = longs[c] >= votes;
            boolean toShort = shorts[c] >= votes;
            flags[c] = (byte) ((toLong && !toShort ? 1 : 0) | (toShort && !toLong ? 2 : 0));
        }
        long[] enterLong = DecisionPlanes.absent(bars);
        long[] enterShort = DecisionPlanes.absent(bars);
        code.expand(flags, enterLong, enterShort);
        long[] never = DecisionPlanes.absent(bars);
        return new DecisionPlanes(bars, enterLong, never, enterShort, never);
    }

    /** How the planes come about, for the run's record. */
    public String description() {
        return "votes by " + code.count() + " codes in " + code.pieces() + " pieces";
    }

    /** Bytes that the counts take. */
    public long bytes() {
        return code.bytes();
    }
}
