package dev.winnow.replay.portfolio;

/**
 * One round trip, or the position that is open at the end.
 *
 * @param side 1 long, -1 short
 * @param entryBar bar of the entry fill
 * @param exitBar bar of the exit fill, or -1 while open
 * @param entryPrice fill price, slippage included
 * @param exitPrice fill price, slippage included; the last close while open; the close of the ruin
 * @param quantity > 0
 * @param cashBefore cash before the entry fill
 * @param pnl cash after the exit minus cash before the entry; 0 where it is within {@link #PNL_NOISE} of the cash
 *     before; while open, equity at the last close minus cash before
 * @param reason why it ended
 */
public record Trade(
        int side,
        int entryBar,
        int exitBar,
        double entryPrice,
        double exitPrice,
        double quantity,
        double cashBefore,
        double pnl,
        Reason reason) {
    /** A pnl below this share of the cash before the entry is rounding, and is 0. */
    public static final double PNL_NOISE = 1e-12;

    /** Why a trade ended. */
    public enum Reason {
        SIGNAL,
        REVERSAL,
        STOP_LOSS,
        TRAILING,
        TAKE_PROFIT,
        RUIN,
        OPEN;

        /** As written in tables and files: stop-loss. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The pnl without rounding noise. */
    public static double pnl(double cashAfter, double cashBefore) {
        double pnl = cashAfter - cashBefore;
        return Math.abs(pnl) <= PNL_NOISE * Math.abs(cashBefore) ? 0 : pnl;
    }
}
