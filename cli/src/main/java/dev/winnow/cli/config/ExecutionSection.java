package dev.winnow.cli.config;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.portfolio.Execution;
import java.util.List;

/**
 * The {@code execution} of a spec. A stop, or a lot, that is 0 is off: so a parameter can sweep "none".
 *
 * @param fill "next-open" or "close"
 */
public record ExecutionSection(
        Setting cash,
        String fill,
        Setting fee,
        Setting feeFixed,
        Setting slippage,
        Setting fraction,
        Setting lot,
        Setting stopLoss,
        Setting takeProfit,
        Setting trailing,
        Setting borrow,
        Setting riskFree) {
    /**
     * The settings of one point.
     *
     * @param point double[axes]: the point's values in axis order
     * @param periodsPerYear A of the semantics
     */
    public Execution at(List<Axis> axes, double[] point, double periodsPerYear) {
        return new Execution(
                cash.at(axes, point),
                fill.equals("close"),
                fee.at(axes, point),
                feeFixed.at(axes, point),
                slippage.at(axes, point),
                fraction.at(axes, point),
                offAtZero(lot.at(axes, point)),
                offAtZero(stopLoss.at(axes, point)),
                offAtZero(takeProfit.at(axes, point)),
                offAtZero(trailing.at(axes, point)),
                borrow.at(axes, point),
                riskFree.at(axes, point),
                periodsPerYear);
    }

    /** Every setting, for asking which parameters the execution reads. */
    public List<Setting> settings() {
        return List.of(cash, fee, feeFixed, slippage, fraction, lot, stopLoss, takeProfit, trailing, borrow, riskFree);
    }

    private static double offAtZero(double value) {
        return value == 0 ? Double.NaN : value;
    }
}
