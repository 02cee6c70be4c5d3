package dev.winnow.replay;

import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;

/** Lets no side be wanted outside a regime. One thread's; its planes are written again by the next call. */
final class RegimeGate {
    private final PlaneCursor regime;
    private final long[] enterLong;
    private final long[] exitLong;
    private final long[] enterShort;
    private final long[] exitShort;

    /** @param regime whose first plane is where a side may be wanted */
    RegimeGate(PlaneCursor regime, int bars) {
        this.regime = regime;
        this.enterLong = DecisionPlanes.absent(bars);
        this.exitLong = DecisionPlanes.absent(bars);
        this.enterShort = DecisionPlanes.absent(bars);
        this.exitShort = DecisionPlanes.absent(bars);
    }

    /** @throws dev.winnow.replay.expression.PointFailure if the point's values make the regime impossible */
    DecisionPlanes gated(DecisionPlanes planes, double[] point) {
        long[] allowed = regime.planes(point).enterLong();
        int last = enterLong.length - 1;
        for (int word = 0; word <= last; word++) {
            long off = ~allowed[word] & (word == last ? BitPlanes.tailMask(planes.bars()) : -1L);
            enterLong[word] = planes.enterLong()[word] & allowed[word];
            exitLong[word] = planes.exitLong()[word] | off;
            enterShort[word] = planes.enterShort()[word] & allowed[word];
            exitShort[word] = planes.exitShort()[word] | off;
        }
        return new DecisionPlanes(planes.bars(), enterLong, exitLong, enterShort, exitShort);
    }
}
