package dev.winnow.replay.market;

/** One bar, written anew for each bar of a stream: keep its numbers, never the object. */
public final class Bar {
    private boolean timed;
    private long time;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /**
     * Becomes another bar.
     *
     * @param timed whether {@code time} is a moment; false: a bar number
     * @param time microseconds since the epoch (UTC) when timed
     */
    public void set(boolean timed, long time, double open, double high, double low, double close, double volume) {
        this.timed = timed;
        this.time = time;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    /** Becomes bar {@code t} of the columns. */
    public void set(Bars bars, int t) {
        set(
                bars.timed(),
                bars.time()[t],
                bars.open()[t],
                bars.high()[t],
                bars.low()[t],
                bars.close()[t],
                bars.volume()[t]);
    }

    /** Becomes the same as another one. */
    public void set(Bar bar) {
        set(bar.timed, bar.time, bar.open, bar.high, bar.low, bar.close, bar.volume);
    }

    /** Whether {@link #time()} is a moment. */
    public boolean timed() {
        return timed;
    }

    /** Microseconds since the epoch (UTC), or the bar's number where not {@link #timed()}. */
    public long time() {
        return time;
    }

    /** As {@link Bars#timeText}. */
    public String timeText() {
        return timed ? TimeText.format(time) : Long.toString(time);
    }

    public double open() {
        return open;
    }

    public double high() {
        return high;
    }

    public double low() {
        return low;
    }

    public double close() {
        return close;
    }

    public double volume() {
        return volume;
    }
}
