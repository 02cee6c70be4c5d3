package dev.winnow.replay.market;

import java.util.Arrays;

/**
 * The distances between bars; microseconds.
 *
 * @param median median of the distances; 0 with fewer than two bars or without time
 * @param gaps distances above 1.5 times the median. If no bar falls on a weekend day (UTC), whole weekend days between
 *     two bars are not counted into their distance, so that a plain weekend is no gap of daily bars
 * @param largest distance over the largest gap, weekends included; 0 without gaps
 * @param largestAfter time of the bar before it; 0 without gaps
 */
record Spacings(long median, int gaps, long largest, long largestAfter) {
    static Spacings of(Bars bars) {
        long[] time = bars.time();
        if (!bars.timed() || time.length < 2) {
            return new Spacings(0, 0, 0, 0);
        }
        long[] sorted = new long[time.length - 1];
        boolean weekends = Weekend.is(day(time[0]));
        for (int t = 1; t < time.length; t++) {
            sorted[t - 1] = time[t] - time[t - 1];
            weekends |= Weekend.is(day(time[t]));
        }
        long median = median(sorted);
        int gaps = 0;
        long largest = 0;
        long largestAfter = 0;
        for (int t = 1; t < time.length; t++) {
            long distance = time[t] - time[t - 1];
            long counted =
                    weekends ? distance : distance - Weekend.between(day(time[t - 1]), day(time[t])) * TimeText.DAY;
            if (counted > 1.5 * median) {
                gaps++;
                if (distance > largest) {
                    largest = distance;
                    largestAfter = time[t - 1];
                }
            }
        }
        return new Spacings(median, gaps, largest, largestAfter);
    }

    private static long median(long[] distances) {
        Arrays.sort(distances);
        int middle = distances.length / 2;
        return distances.length % 2 == 1
                ? distances[middle]
                : distances[middle - 1] + (distances[middle] - distances[middle - 1]) / 2;
    }

    private static long day(long time) {
        return Math.floorDiv(time, TimeText.DAY);
    }
}
