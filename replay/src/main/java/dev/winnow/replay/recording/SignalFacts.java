package dev.winnow.replay.recording;

import dev.winnow.engine.Digest;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.Sides;
import dev.winnow.replay.signal.Signal;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What there is to say of one signal.
 *
 * @param sides the side wanted after each bar; of a score its sign
 * @param events how many {@link SignalEvent}s it has
 * @param first bar of the first of them, -1 without any
 * @param last bar of the last of them, likewise
 */
public record SignalFacts(Sides sides, long events, int first, int last) {
    /** The facts of a signal. */
    public static SignalFacts of(Signal signal) {
        long[] count = new long[1];
        int[] range = {-1, -1};
        SignalEvent.each(signal, event -> {
            count[0]++;
            range[0] = range[0] < 0 ? event.bar() : range[0];
            range[1] = event.bar();
        });
        Sides sides =
                switch (signal) {
                    case Signal.Planes planes -> Sides.of(planes.planes());
                    case Signal.Score score -> signs(score.values());
                };
        return new SignalFacts(sides, count[0], range[0], range[1]);
    }

    private static Sides signs(double[] score) {
        long[] longs = new long[BitPlanes.words(score.length)];
        long[] shorts = new long[BitPlanes.words(score.length)];
        for (int t = 0; t < score.length; t++) {
            if (score[t] > 0) {
                BitPlanes.set(longs, t);
            } else if (score[t] < 0) {
                BitPlanes.set(shorts, t);
            }
        }
        return new Sides(score.length, longs, shorts);
    }

    /** Share of the bars on which it is long, in [0, 1]. */
    public double longShare() {
        return (double) BitPlanes.count(sides.longs()) / sides.bars();
    }

    /** Share of the bars on which it is short, in [0, 1]. */
    public double shortShare() {
        return (double) BitPlanes.count(sides.shorts()) / sides.bars();
    }

    /** Equal for equal sides only. */
    String sidesDigest() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2 * sides.longs().length);
        Arrays.stream(sides.longs()).forEach(bytes::putLong);
        Arrays.stream(sides.shorts()).forEach(bytes::putLong);
        return new Digest().number(sides.bars()).bytes(bytes.array()).hex();
    }

    /**
     * Jaccard index of two signals over the same bars: bars on which both are on the same side, by bars on which either
     * is on a side; NaN where neither ever is.
     */
    public static double jaccard(Sides a, Sides b) {
        long same = 0;
        long either = 0;
        for (int word = 0; word < a.longs().length; word++) {
            same += Long.bitCount((a.longs()[word] & b.longs()[word]) | (a.shorts()[word] & b.shorts()[word]));
            either += Long.bitCount(a.longs()[word] | a.shorts()[word] | b.longs()[word] | b.shorts()[word]);
        }
        return either == 0 ? Double.NaN : (double) same / either;
    }
}
