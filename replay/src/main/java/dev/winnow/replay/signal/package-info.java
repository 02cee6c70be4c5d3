/**
 * Bit planes: one bit a bar, 64 bars a word. Start at {@link dev.winnow.replay.signal.BitPlanes}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.signal;
