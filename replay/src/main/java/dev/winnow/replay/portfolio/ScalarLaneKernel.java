package dev.winnow.replay.portfolio;

/** Plain Java, a lane after the other: the twin of {@link VectorLaneKernel}. */
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
        boolean before = false;
        for (int t = delay; t < bars; t++) {
            boolean after = held(group, t - delay, lane);
            // a bar without a position has a return of 0
            if (before | after) {
                double r = change(steps, t, before, after, enter, leave);
                growth = Math.fma(growth, r, growth);
                share = Math.fma(share, r, share);
                share = share < 1 ? share : 1;
                worst = share < worst ? share : worst;
                sum1 += r;
                sum2 = Math.fma(r, r, sum2);
            }
            before = after;
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
        boolean before = false;
        for (int t = delay; t < bars; t++) {
            boolean after = held(group, t - delay, lane);
            if (before | after) {
                double r = change(steps, t, before, after, enter, leave);
                share = Math.fma(share, r, share);
                share = share < 1 ? share : 1;
                double square = r * r;
                sum3 = Math.fma(square, r, sum3);
                sum4 = Math.fma(square, square, sum4);
                downside += r < 0 ? square : 0;
            }
            below = share < LaneSteps.BELOW ? below + 1 : 0;
            longest = below > longest ? below : longest;
            before = after;
        }
        group.sum3[lane] = sum3;
        group.sum4[lane] = sum4;
        group.downside[lane] = downside;
        group.drawdownBars[lane] = longest;
    }

    private static boolean held(LaneGroup group, int t, int lane) {
        return (group.held[LaneGroup.place(t >>> 6, lane)] >>> t & 1) != 0;
    }

    /** The return of bar t, costs included. */
    private static double change(double[] steps, int t, boolean before, boolean after, double enter, double leave) {
        int at = t * LaneSteps.STRIDE;
        if (!before) {
            return LaneSteps.price(steps[at + LaneSteps.ENTERED], enter);
        }
        return after ? steps[at + LaneSteps.HELD] : LaneSteps.price(steps[at + LaneSteps.LEFT], leave);
    }
}
