package dev.winnow.replay.recording;

import dev.winnow.replay.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two recordings do not share.
 *
 * @param identity fields of their identities that differ, in words
 * @param signals signals that differ, by setting in words, those that only one of them has included
 * @param equal how many signals both have and are the same to the bit
 */
public record RecordingDiff(List<String> identity, List<OfSignal> signals, int equal) {
    /** Which of the two have a signal. */
    public enum Where {
        FIRST,
        SECOND,
        BOTH
    }

    /**
     * A signal that differs.
     *
     * @param setting symbol, strategy and parameters
     * @param bars on which the two differ, or, where only one has it, that have an event; -1 where they have another
     *     kind or length
     * @param first the first of those bars; -1 where there is none
     */
    public record OfSignal(String setting, Where where, int bars, int first) {}

    /** Compares two recordings, signal by signal. */
    public static RecordingDiff of(Recording one, Recording other) {
        Map<String, Integer> left = new HashMap<>();
        for (int i = 0; i < other.size(); i++) {
            left.put(other.head().text(other.setting(i)), i);
        }
        List<OfSignal> signals = new ArrayList<>();
        int equal = 0;
        for (int i = 0; i < one.size(); i++) {
            String setting = one.head().text(one.setting(i));
            Integer match = left.remove(setting);
            Signal signal = one.signal(i);
            if (match == null) {
                signals.add(alone(setting, Where.FIRST, signal));
                continue;
            }
            OfSignal difference = difference(setting, bars(signal), bars(other.signal(match)));
            if (difference.bars() == 0) {
                equal++;
            } else {
                signals.add(difference);
            }
        }
        for (int i = 0; i < other.size(); i++) {
            String setting = other.head().text(other.setting(i));
            if (left.containsKey(setting)) {
                signals.add(alone(setting, Where.SECOND, other.signal(i)));
            }
        }
        return new RecordingDiff(one.head().identity().changesTo(other.head().identity()), List.copyOf(signals), equal);
    }

    private static OfSignal alone(String setting, Where where, Signal signal) {
        Map<Integer, Long> events = new LinkedHashMap<>();
        SignalEvent.each(signal, event -> events.merge(event.bar(), 1L, Long::sum));
        return new OfSignal(
                setting,
                where,
                events.size(),
                events.isEmpty() ? -1 : events.keySet().iterator().next());
    }

    private static OfSignal difference(String setting, long[] one, long[] other) {
        if (one.length != other.length) {
            return new OfSignal(setting, Where.BOTH, -1, -1);
        }
        int bars = 0;
        int first = -1;
        for (int bar = 0; bar < one.length; bar++) {
            if (one[bar] != other[bar]) {
                first = first < 0 ? bar : first;
                bars++;
            }
        }
        return new OfSignal(setting, Where.BOTH, bars, first);
    }

    /** What the signal says of each bar, as bits: a bit a plane, or the score's. */
    private static long[] bars(Signal signal) {
        long[] bars = new long[signal.bars()];
        switch (signal) {
            case Signal.Planes planes ->
                SignalEvent.each(planes, event -> bars[event.bar()] |= 1L << SignalEvent.plane(event.direction()));
            case Signal.Score score -> {
                for (int bar = 0; bar < bars.length; bar++) {
                    bars[bar] = Double.doubleToRawLongBits(score.values()[bar]);
                }
            }
        }
        return bars;
    }
}
