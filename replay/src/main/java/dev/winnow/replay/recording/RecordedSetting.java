package dev.winnow.replay.recording;

import java.util.Arrays;

/**
 * Which signal is meant. Ordinals are places in the recording's head.
 *
 * @param symbol ordinal of the symbol
 * @param strategy ordinal of the strategy
 * @param values double[axes] of the strategy, names as their position on the axis
 */
public record RecordedSetting(int symbol, int strategy, double[] values) {
    /** Whether both are of the same symbol, strategy and values, to the bit. */
    boolean isSame(RecordedSetting other) {
        return symbol == other.symbol && strategy == other.strategy && Arrays.equals(values, other.values);
    }
}
