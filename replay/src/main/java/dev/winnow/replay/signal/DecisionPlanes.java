package dev.winnow.replay.signal;

/**
 * The four planes that a strategy decides with, for one point. The arrays may be shared between points and belong to
 * whoever made them: read only. An absent plane is all false and is given as {@link #absent(int)}.
 *
 * @param bars number of bars
 * @param enterLong long[words], see {@link BitPlanes}
 * @param exitLong likewise
 * @param enterShort likewise
 * @param exitShort likewise
 */
public record DecisionPlanes(int bars, long[] enterLong, long[] exitLong, long[] enterShort, long[] exitShort) {
    public DecisionPlanes {
        int words = BitPlanes.words(bars);
        if (enterLong.length < words
                || exitLong.length < words
                || enterShort.length < words
                || exitShort.length < words) {
            throw new IllegalArgumentException("planes shorter than " + words + " words");
        }
    }

    /** A plane on which nothing is set. */
    public static long[] absent(int bars) {
        return new long[BitPlanes.words(bars)];
    }
}
