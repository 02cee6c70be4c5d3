package dev.winnow.cli.config;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.ExecutionSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The {@code execution} of a spec. A stop, or a lot, that is 0 is off: so a parameter can sweep "none".
 *
 * @param fill "next-open" or "close"
 */
public record ExecutionSection(
        NumberOrParameter cash,
        String fill,
        NumberOrParameter fee,
        NumberOrParameter feeFixed,
        NumberOrParameter slippage,
        NumberOrParameter fraction,
        NumberOrParameter lot,
        NumberOrParameter stopLoss,
        NumberOrParameter takeProfit,
        NumberOrParameter trailing,
        NumberOrParameter borrow,
        NumberOrParameter riskFree) {
    /** As the backtest wants them: parameters by their positions among the axes. */
    public ExecutionSettings settings(List<Axis> axes) {
        return new ExecutionSettings(
                fill.equals("close"),
                cash.setting(axes),
                fee.setting(axes),
                feeFixed.setting(axes),
                slippage.setting(axes),
                fraction.setting(axes),
                lot.setting(axes),
                stopLoss.setting(axes),
                takeProfit.setting(axes),
                trailing.setting(axes),
                borrow.setting(axes),
                riskFree.setting(axes));
    }

    /** Names of the parameters that it reads. */
    public List<String> parameters() {
        return Stream.of(cash, fee, feeFixed, slippage, fraction, lot, stopLoss, takeProfit, trailing, borrow, riskFree)
                .map(NumberOrParameter::parameter)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
