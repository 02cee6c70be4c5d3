package dev.winnow.replay.portfolio;

/** What a decision asks for. */
public enum Order {
    NOTHING,
    /** Be long: from flat, or by a reversal. */
    LONG,
    /** Be short: from flat, or by a reversal. */
    SHORT,
    /** Be flat. */
    CLOSE
}
