package dev.winnow.replay.portfolio;

/** Plain Java, a lane after the other and a position after the other: the twin of {@link VectorLaneKernel}. */
final class ScalarLaneKernel implements LaneKernel {
    @Override
    public void sum(LaneSteps steps, LaneGroup group, boolean more) {
        for (int lane = 0; lane < LaneGroup.LANES; lane++) {
            sum(steps, group, lane);
            if (more) {
                sumMore(steps, group, lane);
            }
        }
    }

    private static void sum(LaneSteps table, LaneGroup group, int lane) {
        double[] steps = table.steps;
        int bars = table.bars();
        int delay = table.fillAtClose ? 0 : 1;
        double enter = group.enter[lane];
        double leave = group.leave[lane];
        double growth = 1;
        double share = 1;
        double worst = 1;
        double sum1 = 0;
        double sum2 = 0;
        for (int t = group.next(lane, 0, true); t < bars - delay; t = group.next(lane, t, true)) {
            int first = t + delay;
            t = group.next(lane, t, false);
            int left = t + delay;
            // a bar without a position has a return of 0
            for (int u = first; u <= left && u < bars; u++) {
                double r = change(steps, u, first, left, enter, leave);
                growth = Math.fma(growth, r, growth);
                share = Math.fma(share, r, share);
                share = share < 1 ? share : 1;
                worst = share < worst ? share : worst;
                sum1 += r;
                sum2 = Math.fma(r, r, sum2);
            }
        }
        group.growth[lane] = growth;
        group.worst[lane] = worst;
        group.sum1[lane] = sum1;
        group.sum2[lane] = sum2;
    }

    private static void sumMore(LaneSteps table, LaneGroup group, int lane) {
        double[] steps = table.steps;
        int bars = table.bars();
        int delay = table.fillAtClose ? 0 : 1;
        double enter = group.enter[lane];
        double leave = group.leave[lane];
        double share = 1;
        double sum3 = 0;
        double sum4 = 0;
        double downside = 0;
        long below = 0;
        long longest = 0;
        int behind = delay;
        for (int t = group.next(lane, 0, true); t < bars - delay; t = group.next(lane, t, true)) {
            int first = t + delay;
            t = group.next(lane, t, false);
            int left = t + delay;
            below = share < LaneSteps.BELOW ? below + first - behind : 0;
            longest = below > longest ? below : longest;
            for (int u = first; u <= left && u < bars; u++) {
                double r = change(steps, u, first, left, enter, leave);
                share = Math.fma(share, r, share);
                share = share < 1 ? share : 1;
                double square = r * r;
                sum3 = Math.fma(square, r, sum3);
                sum4 = Math.fma(square, square, sum4);
                downside += r < 0 ? square : 0;
                below = share < LaneSteps.BELOW ? below + 1 : 0;
                longest = below > longest ? below : longest;
            }
            behind = Math.min(left + 1, bars);
        }
        below = share < LaneSteps.BELOW ? below + bars - behind : 0;
        longest = below > longest ? below : longest;
        group.sum3[lane] = sum3;
        group.sum4[lane] = sum4;
        group.downside[lane] = downside;
        group.drawdownBars[lane] = longest;
    }

    /** The return of bar t, costs included, of a position entered in one bar and left in another. */
    private static double change(double[] steps, int t, int entered, int left, double enter, double leave) {
        int at = t * LaneSteps.STRIDE;
        if (t == entered) {
            return LaneSteps.price(steps[at + LaneSteps.ENTERED], enter);
        }
        return t < left ? steps[at + LaneSteps.HELD] : LaneSteps.price(steps[at + LaneSteps.LEFT], leave);
    }
}
