package dev.winnow.replay.stream;

/**
 * A position as it was opened.
 *
 * @param bar number of the bar, from 0
 * @param time its time as text
 * @param side 1 long, -1 short
 * @param quantity > 0
 * @param price fill price, slippage included
 * @param fee of the fill
 * @param cashBefore cash before the fill
 */
public record Entry(long bar, String time, int side, double quantity, double price, double fee, double cashBefore) {}
