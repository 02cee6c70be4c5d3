package dev.winnow.replay.market;

/** The bars of one symbol with the summary of where they come from. */
public record LoadedBars(Bars bars, DataSummary summary) {}
