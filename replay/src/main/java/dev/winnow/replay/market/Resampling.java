package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.util.Arrays;

/**
 * Longer bars from shorter ones. A bar belongs to the bucket that its time falls into; buckets are multiples of the
 * length since 1970-01-01T00:00 UTC, those of whole weeks since Monday 1970-01-05. The new bar's time is the bucket's
 * start, open the first, high the highest, low the lowest, close the last, volume the sum in order. Empty buckets give
 * no bar, and a first or last bucket may be cut short.
 */
final class Resampling {
    private static final long WEEK = 7 * TimeText.DAY;
    private static final long MONDAY = 4 * TimeText.DAY;

    private Resampling() {}

    /** @throws UserError if the bars carry no time or are longer than {@code length} already */
    static Bars to(String length, Bars bars, String source) {
        long bucket = Spacing.parse(length, "data.resample");
        if (!bars.timed()) {
            throw untimed(source);
        }
        long median = Spacings.of(bars).median();
        if (bucket < median) {
            throw new UserError(source + ": data.resample: " + length + " is shorter than the bars, which are "
                    + Spacing.format(median) + " apart; bars can only be made longer");
        }
        return fold(bars, bucket);
    }

    private static Bars fold(Bars bars, long bucket) {
        int n = bars.size();
        long[] time = new long[n];
        double[][] out = new double[5][n];
        int size = 0;
        Bucket longer = new Bucket(bucket);
        Bar bar = new Bar();
        for (int t = 0; t < n; t++) {
            bar.set(bars, t);
            if (longer.takes(bar.time())) {
                longer.add(bar);
            } else {
                longer.begin(bar);
                size++;
            }
            longer.write(bar);
            time[size - 1] = bar.time();
            out[0][size - 1] = bar.open();
            out[1][size - 1] = bar.high();
            out[2][size - 1] = bar.low();
            out[3][size - 1] = bar.close();
            out[4][size - 1] = bar.volume();
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = Arrays.copyOf(out[i], size);
        }
        return new Bars(bars.symbol(), true, Arrays.copyOf(time, size), out[0], out[1], out[2], out[3], out[4]);
    }

    static UserError untimed(String source) {
        return new UserError(source + ": data.resample needs a time column, and there is none; remove it");
    }

    static long start(long time, long bucket) {
        long origin = bucket % WEEK == 0 ? MONDAY : 0;
        return Math.floorDiv(time - origin, bucket) * bucket + origin;
    }
}
