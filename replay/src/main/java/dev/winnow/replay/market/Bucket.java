package dev.winnow.replay.market;

/** A longer bar in the making, see {@link Resampling}. */
final class Bucket {
    private final long length;
    private boolean filled;
    private long start;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /** @param length in microseconds */
    Bucket(long length) {
        this.length = length;
    }

    boolean filled() {
        return filled;
    }

    /** Whether a bar of this time belongs to it. */
    boolean takes(long time) {
        return filled && Resampling.start(time, length) == start;
    }

    /** Starts anew with a bar. */
    void begin(Bar bar) {
        filled = true;
        start = Resampling.start(bar.time(), length);
        open = bar.open();
        high = bar.high();
        low = bar.low();
        close = bar.close();
        volume = bar.volume();
    }

    void add(Bar bar) {
        high = Math.max(high, bar.high());
        low = Math.min(low, bar.low());
        close = bar.close();
        volume += bar.volume();
    }

    void clear() {
        filled = false;
    }

    /** Makes the bar the longer one so far. */
    void write(Bar bar) {
        bar.set(true, start, open, high, low, close, volume);
    }
}
