package dev.winnow.replay.recording;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.Signal;
import java.util.function.Consumer;

/**
 * A moment at which a signal says something: every bar of every plane that is set, or a bar whose score is another than
 * the bar's before (before the first: 0).
 *
 * @param bar its bar
 * @param direction the plane, {@code enter-long} for instance; of a score {@code long}, {@code short} or {@code flat}
 * @param strength 1 of a plane; the score
 */
public record SignalEvent(int bar, String direction, double strength) {
    /** In the order of {@link SignalCodec#all}. */
    private static final java.util.List<String> PLANES =
            java.util.List.of("enter-long", "exit-long", "enter-short", "exit-short");

    /** Gives the events of a signal, bar by bar. */
    public static void each(Signal signal, Consumer<SignalEvent> events) {
        switch (signal) {
            case Signal.Planes planes -> planes(SignalCodec.all(planes.planes()), planes.bars(), events);
            case Signal.Score score -> score(score.values(), events);
        }
    }

    private static void planes(long[][] planes, int bars, Consumer<SignalEvent> events) {
        for (int word = 0; word < BitPlanes.words(bars); word++) {
            long any = planes[0][word] | planes[1][word] | planes[2][word] | planes[3][word];
            for (; any != 0; any &= any - 1) {
                int bar = (word << 6) + Long.numberOfTrailingZeros(any);
                for (int plane = 0; plane < planes.length; plane++) {
                    if (BitPlanes.get(planes[plane], bar)) {
                        events.accept(new SignalEvent(bar, PLANES.get(plane), 1));
                    }
                }
            }
        }
    }

    private static void score(double[] values, Consumer<SignalEvent> events) {
        long before = 0;
        for (int bar = 0; bar < values.length; bar++) {
            long bits = Double.doubleToRawLongBits(values[bar]);
            if (bits != before) {
                events.accept(new SignalEvent(bar, direction(values[bar]), values[bar]));
                before = bits;
            }
        }
    }

    private static String direction(double score) {
        return score > 0 ? "long" : score < 0 ? "short" : "flat";
    }

    /** Position of a plane of that name among {@link SignalCodec#all}; negative where there is none. */
    static int plane(String direction) {
        return PLANES.indexOf(direction);
    }
}
