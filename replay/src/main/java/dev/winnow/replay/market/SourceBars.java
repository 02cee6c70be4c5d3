package dev.winnow.replay.market;

/** The bars of one file as they stand there, and how many rows were dropped on the way. */
record SourceBars(Bars bars, long dropped) {}
