package dev.winnow.replay.signal;

/**
 * The side wanted after each bar's close: never long and short at once, neither is flat. Arrays are read only.
 *
 * @param bars number of bars
 * @param longs long[words], see {@link BitPlanes}
 * @param shorts likewise
 */
public record Sides(int bars, long[] longs, long[] shorts) {
    /**
     * The decision machine run on planes alone: from flat, without fills, costs or stops. Entering both ways at once
     * cancels; an entry to the other side comes before an exit.
     */
    public static Sides of(DecisionPlanes planes) {
        int bars = planes.bars();
        int words = BitPlanes.words(bars);
        long[] longs = new long[words];
        long[] shorts = new long[words];
        int side = 0;
        for (int word = 0; word < words; word++) {
            long both = planes.enterLong()[word] & planes.enterShort()[word];
            long toLong = planes.enterLong()[word] & ~both;
            long toShort = planes.enterShort()[word] & ~both;
            long offLong = toShort | planes.exitLong()[word];
            long offShort = toLong | planes.exitShort()[word];
            int from = 0;
            while (from < 64) {
                long changes = (side == 0 ? toLong | toShort : side > 0 ? offLong : offShort) & -1L << from;
                int to = changes == 0 ? 64 : Long.numberOfTrailingZeros(changes);
                hold(side, word, from, to, longs, shorts);
                if (changes == 0) {
                    break;
                }
                side = side <= 0 && (toLong >>> to & 1) != 0 ? 1 : side >= 0 && (toShort >>> to & 1) != 0 ? -1 : 0;
                hold(side, word, to, to + 1, longs, shorts);
                from = to + 1;
            }
        }
        if (words > 0) {
            longs[words - 1] &= BitPlanes.tailMask(bars);
            shorts[words - 1] &= BitPlanes.tailMask(bars);
        }
        return new Sides(bars, longs, shorts);
    }

    private static void hold(int side, int word, int from, int to, long[] longs, long[] shorts) {
        if (side != 0 && to > from) {
            long bits = (to == 64 ? -1L : (1L << to) - 1) & -1L << from;
            (side > 0 ? longs : shorts)[word] |= bits;
        }
    }

    /** Long where a value is above 0, short where it is below. */
    public static Sides ofSigns(double[] values) {
        long[] longs = DecisionPlanes.absent(values.length);
        long[] shorts = DecisionPlanes.absent(values.length);
        for (int t = 0; t < values.length; t++) {
            if (values[t] > 0) {
                BitPlanes.set(longs, t);
            } else if (values[t] < 0) {
                BitPlanes.set(shorts, t);
            }
        }
        return new Sides(values.length, longs, shorts);
    }

    /** The side at a bar: 1, 0 or -1. */
    public int at(int bar) {
        return BitPlanes.get(longs, bar) ? 1 : BitPlanes.get(shorts, bar) ? -1 : 0;
    }
}
