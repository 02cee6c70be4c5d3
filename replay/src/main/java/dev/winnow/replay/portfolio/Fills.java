package dev.winnow.replay.portfolio;

/**
 * The arithmetic of one fill, shared by the simulators that keep cash and quantity, so that they agree to the bit. See
 * the semantics, sections Fill and Size.
 */
final class Fills {
    private Fills() {}

    static double buyPrice(double raw, Execution execution) {
        return raw * (1 + execution.slippage());
    }

    static double sellPrice(double raw, Execution execution) {
        return raw * (1 - execution.slippage());
    }

    /** Quantity that {@code cash} opens at the fill price; 0 where there is no fill. */
    static double quantity(double cash, double price, Execution execution) {
        double budget = cash * execution.fraction() - execution.feeFixed();
        if (!(budget > 0)) {
            return 0;
        }
        double quantity = budget / (price * (1 + execution.fee()));
        double lot = execution.lot();
        if (lot == 1) {
            // the same number without waiting for a division
            return Math.floor(quantity);
        }
        return Double.isNaN(lot) ? quantity : Math.floor(quantity / lot) * lot;
    }

    static double fee(double quantity, double price, Execution execution) {
        return execution.fee() * quantity * price + execution.feeFixed();
    }

    /** Cash after buying; never below 0 by rounding when the buy opens a long. */
    static double openLong(double cash, double quantity, double price, Execution execution) {
        return Math.max(0, cash - quantity * price - fee(quantity, price, execution));
    }

    static double closeLong(double cash, double quantity, double price, Execution execution) {
        return cash + quantity * price - fee(quantity, price, execution);
    }

    static double openShort(double cash, double quantity, double price, Execution execution) {
        return cash + quantity * price - fee(quantity, price, execution);
    }

    static double closeShort(double cash, double quantity, double price, Execution execution) {
        return cash - quantity * price - fee(quantity, price, execution);
    }

    /** Equity after going long with all the cash over equity before, at the raw price; 1 without costs. */
    static double enterFactor(Execution execution) {
        return 1 / ((1 + execution.slippage()) * (1 + execution.fee()));
    }

    /** Likewise for selling all of it. */
    static double leaveFactor(Execution execution) {
        return (1 - execution.slippage()) * (1 - execution.fee());
    }
}
