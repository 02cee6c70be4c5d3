package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.VectorWidth;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Compares the twins that sum points side by side, in a process of its own for each lane width. */
final class LaneAgreement {
    private LaneAgreement() {}

    /** Prints the lane width, or fails with the first group whose sums differ. */
    public static void main(String[] args) {
        String difference = difference();
        if (!difference.isEmpty()) {
            System.out.println(difference);
            System.exit(1);
        }
        System.out.println(VectorWidth.DOUBLES.vectorBitSize() + " bits agree");
    }

    static String difference() {
        ScalarLaneKernel scalar = new ScalarLaneKernel();
        VectorLaneKernel vector = new VectorLaneKernel();
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int bars = 1 + random.nextInt(1 << (1 + random.nextInt(9)));
            LaneSteps steps = new LaneSteps(RandomMarket.bars(random, bars), random.nextBoolean());
            LaneGroup one = group(random, bars);
            LaneGroup other = copy(one, bars);
            boolean more = random.nextBoolean();
            scalar.sum(steps, one, more);
            vector.sum(steps, other, more);
            if (!Arrays.deepEquals(sums(one), sums(other))) {
                return "seed " + seed + ", " + bars + " bars, more " + more;
            }
        }
        return "";
    }

    /** Any number of points from none to all lanes, each in and out for some bars to some words of them. */
    private static LaneGroup group(SplittableRandom random, int bars) {
        LaneGroup group = new LaneGroup(bars);
        int points = random.nextInt(LaneGroup.LANES + 1);
        int costs = 1 + random.nextInt(3);
        for (int lane = 0; lane < points; lane++) {
            group.enter[lane] = 0.999 - 0.001 * random.nextInt(costs);
            group.leave[lane] = 0.998 - 0.001 * random.nextInt(costs);
            long[] held = new long[BitPlanes.words(bars)];
            int length = 1 << random.nextInt(9);
            boolean in = random.nextBoolean();
            for (int t = 0; t < bars; t++) {
                if (in) {
                    BitPlanes.set(held, t);
                }
                in ^= random.nextInt(length) == 0;
            }
            group.hold(lane, held);
        }
        group.free(points);
        return group;
    }

    private static LaneGroup copy(LaneGroup group, int bars) {
        LaneGroup copy = new LaneGroup(bars);
        System.arraycopy(group.enter, 0, copy.enter, 0, LaneGroup.LANES);
        System.arraycopy(group.leave, 0, copy.leave, 0, LaneGroup.LANES);
        System.arraycopy(group.held, 0, copy.held, 0, group.held.length);
        return copy;
    }

    private static Object[] sums(LaneGroup group) {
        return new Object[] {
            group.growth,
            group.worst,
            group.sum1,
            group.sum2,
            group.sum3,
            group.sum4,
            group.downside,
            group.drawdownBars
        };
    }
}
