package dev.winnow.reports.chart;

import java.util.Arrays;

/** Thins a long line out to what can be seen: in each of equal stretches the first, lowest, highest and last value. */
final class Downsample {
    private Downsample() {}

    /** Positions to keep, increasing: all of them where there are few enough; at most 4 a stretch. */
    static int[] positions(double[] values, int stretches) {
        int n = values.length;
        if (n <= 4 * stretches) {
            return range(n);
        }
        int[] kept = new int[4 * stretches];
        int count = 0;
        for (int s = 0; s < stretches; s++) {
            int[] four = four(values, (int) ((long) s * n / stretches), (int) ((long) (s + 1) * n / stretches));
            for (int position : four) {
                if (count == 0 || kept[count - 1] < position) {
                    kept[count++] = position;
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] range(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private static int[] four(double[] values, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from; i < to; i++) {
            if (values[i] < values[lowest] || Double.isNaN(values[lowest])) {
                lowest = i;
            }
            if (values[i] > values[highest] || Double.isNaN(values[highest])) {
                highest = i;
            }
        }
        int[] four = {from, lowest, highest, to - 1};
        Arrays.sort(four);
        return four;
    }
}
