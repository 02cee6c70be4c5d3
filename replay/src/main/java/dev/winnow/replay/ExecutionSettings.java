package dev.winnow.replay;

import dev.winnow.replay.expression.PointFailure;
import dev.winnow.replay.portfolio.Execution;
import java.util.List;

/**
 * The execution section of a spec: each number a constant or a parameter. A lot, stop-loss, take-profit or trailing of
 * 0 is off, as is NaN.
 */
public record ExecutionSettings(
        boolean fillAtClose,
        Setting cash,
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
    private static final double BELOW_ONE = Math.nextDown(1);

    /** Whether some parameter changes a setting. */
    boolean varies() {
        return List.of(cash, fee, feeFixed, slippage, fraction, lot, stopLoss, takeProfit, trailing, borrow, riskFree)
                .stream()
                .anyMatch(Setting::varies);
    }

    /**
     * The point's settings.
     *
     * @param point double[axes]
     * @throws PointFailure when a number is outside its range
     */
    public Execution at(double[] point, double periodsPerYear) {
        double none = Double.NaN;
        return new Execution(
                check("cash", cash.at(point), Double.MIN_VALUE, Double.MAX_VALUE),
                fillAtClose,
                check("fee", fee.at(point), 0, BELOW_ONE),
                check("fee-fixed", feeFixed.at(point), 0, Double.MAX_VALUE),
                check("slippage", slippage.at(point), 0, BELOW_ONE),
                check("fraction", fraction.at(point), Double.MIN_VALUE, 1),
                off("lot", lot.at(point), Double.MAX_VALUE, none),
                off("stop-loss", stopLoss.at(point), Double.MAX_VALUE, none),
                off("take-profit", takeProfit.at(point), Double.MAX_VALUE, none),
                off("trailing", trailing.at(point), BELOW_ONE, none),
                check("borrow", borrow.at(point), 0, Double.MAX_VALUE),
                check("risk-free", riskFree.at(point), -1, Double.MAX_VALUE),
                periodsPerYear);
    }

    private static double off(String key, double value, double most, double none) {
        return Double.isNaN(value) || value == 0 ? none : check(key, value, Double.MIN_VALUE, most);
    }

    private static double check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            String range = least == Double.MIN_VALUE ? "above 0" : "at least " + (least == 0 ? "0" : least);
            throw new PointFailure("execution." + key + " is " + value + "; it must be " + range
                    + (most == Double.MAX_VALUE ? "" : " and " + (most == 1 ? "at most 1" : "below 1")));
        }
        return value;
    }
}
