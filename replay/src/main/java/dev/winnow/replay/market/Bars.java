package dev.winnow.replay.market;

/**
 * The bars of one symbol as columns, index t = 0..size-1. Columns are shared, not copied: nobody writes them after
 * construction. The rules of a legal bar (see the semantics in docs/design) hold for every instance that a reader
 * returns; this class checks only shapes.
 */
public final class Bars {
    /** A bar's bytes: time, open, high, low, close and volume. */
    public static final long BAR_BYTES = 6L * Double.BYTES;

    private final String symbol;
    private final boolean timed;
    private final long[] time;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    /**
     * @param timed whether {@code time} holds moments; false: bar numbers
     * @param time long[bars], strictly increasing, microseconds since the epoch (UTC) when timed
     * @param volume double[bars], zeros where the source has none
     */
    public Bars(
            String symbol,
            boolean timed,
            long[] time,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        int n = time.length;
        if (open.length != n || high.length != n || low.length != n || close.length != n || volume.length != n) {
            throw new IllegalArgumentException("columns of different length");
        }
        this.symbol = symbol;
        this.timed = timed;
        this.time = time;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    public String symbol() {
        return symbol;
    }

    public boolean timed() {
        return timed;
    }

    public int size() {
        return time.length;
    }

    /** long[bars]: microseconds since the epoch, or bar numbers where not {@link #timed()}. */
    public long[] time() {
        return time;
    }

    /** The bar's time: {@code 2020-01-31}, {@code 2020-01-31T14:30:00} (UTC), or its number where not {@link #timed()}. */
    public String timeText(int bar) {
        return timeText(timed, time[bar]);
    }

    /** The same of a bar's time alone. */
    public static String timeText(boolean timed, long time) {
        return timed ? TimeText.format(time) : Long.toString(time);
    }

    public double[] open() {
        return open;
    }

    public double[] high() {
        return high;
    }

    public double[] low() {
        return low;
    }

    public double[] close() {
        return close;
    }

    public double[] volume() {
        return volume;
    }

    /** The bars {@code from} (inclusive) to {@code to} (exclusive) as new columns. */
    public Bars slice(int from, int to) {
        return new Bars(
                symbol,
                timed,
                java.util.Arrays.copyOfRange(time, from, to),
                java.util.Arrays.copyOfRange(open, from, to),
                java.util.Arrays.copyOfRange(high, from, to),
                java.util.Arrays.copyOfRange(low, from, to),
                java.util.Arrays.copyOfRange(close, from, to),
                java.util.Arrays.copyOfRange(volume, from, to));
    }
}
