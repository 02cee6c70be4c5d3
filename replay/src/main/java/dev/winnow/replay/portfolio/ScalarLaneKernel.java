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

    private static void sum(LaneSteps steps, LaneGroup group, int lane) {
        double[] factors = steps.factors;
        int bars = steps.bars();
        int delay = steps.fillAtClose ? 0 : 1;
        long[] held = group.held[lane];
        double enter = group.enter[lane];
        double leave = group.leave[lane];
        double growth = 1;
        double share = 1;
        double worst = 1;
        double sum1 = 0;
        double sum2 = 0;
        boolean before = false;
        for (int t = delay; t < bars; t++) {
            boolean after = held(held, t - delay);
            // a bar without a position multiplies by 1 and adds 0
            if (before | after) {
                double factor = factor(factors, t, before, after, enter, leave);
                growth *= factor;
                share *= factor;
                share = share < 1 ? share : 1;
                worst = share < worst ? share : worst;
                double r = factor - 1;
                sum1 += r;
                sum2 += r * r;
            }
            before = after;
        }
        group.growth[lane] = growth;
        group.worst[lane] = worst;
        group.sum1[lane] = sum1;
        group.sum2[lane] = sum2;
    }

    private static void sumMore(LaneSteps steps, LaneGroup group, int lane) {
        double[] factors = steps.factors;
        int bars = steps.bars();
        int delay = steps.fillAtClose ? 0 : 1;
        long[] held = group.held[lane];
        double share = 1;
        double sum3 = 0;
        double sum4 = 0;
        double downside = 0;
        long below = 0;
        long longest = 0;
        boolean before = false;
        for (int t = delay; t < bars; t++) {
            boolean after = held(held, t - delay);
            double factor =
                    before | after ? factor(factors, t, before, after, group.enter[lane], group.leave[lane]) : 1;
            share *= factor;
            share = share < 1 ? share : 1;
            below = share < LaneSteps.BELOW ? below + 1 : 0;
            longest = below > longest ? below : longest;
            double r = factor - 1;
            double square = r * r;
            sum3 += square * r;
            sum4 += square * square;
            downside += r < 0 ? square : 0;
            before = after;
        }
        group.sum3[lane] = sum3;
        group.sum4[lane] = sum4;
        group.downside[lane] = downside;
        group.drawdownBars[lane] = longest;
    }

    private static boolean held(long[] held, int bar) {
        return (held[bar >>> 6] >>> bar & 1) != 0;
    }

    private static double factor(double[] factors, int t, boolean before, boolean after, double enter, double leave) {
        int at = t * LaneSteps.STRIDE;
        return !before ? factors[at + 1] * enter : after ? factors[at] : factors[at + 2] * leave;
    }
}
