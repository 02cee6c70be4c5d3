package dev.winnow.replay.market;

/** Takes the rows of a file that are whole. */
interface BarSink {
    /**
     * Takes a row, or notes which rules it breaks.
     *
     * @param row its number, for messages
     * @param moment microseconds; ignored where the layout has no time
     * @param values open, high, low, close, volume; NaN must have been refused before
     */
    void add(long row, long moment, double[] values);
}
