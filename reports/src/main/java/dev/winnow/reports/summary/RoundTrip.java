package dev.winnow.reports.summary;

/**
 * A trade of a point.
 *
 * @param isLong long; false: short
 * @param entryBar bar of the entry
 * @param exitBar bar of the exit; -1 while open
 * @param entryTime as text
 * @param exitTime as text; empty while open
 * @param entryPrice price of the entry
 * @param exitPrice price of the exit; while open, the last one
 * @param quantity above 0
 * @param pnl in money
 * @param reason why it ended
 */
public record RoundTrip(
        boolean isLong,
        int entryBar,
        int exitBar,
        String entryTime,
        String exitTime,
        double entryPrice,
        double exitPrice,
        double quantity,
        double pnl,
        String reason) {}
