package dev.winnow.replay;

/**
 * A setting of a recorded strategy that an ensemble combines, the same for every symbol.
 *
 * @param name what it is called, and its weight: trend_1
 * @param strategy ordinal of the strategy in the recording
 * @param values double[axes] of the strategy
 * @param alone what it was chosen by, judged alone; NaN: by hand, or undefined
 */
public record ChosenSignal(String name, int strategy, double[] values, double alone) {}
