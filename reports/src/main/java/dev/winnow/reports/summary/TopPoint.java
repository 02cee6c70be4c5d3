package dev.winnow.reports.summary;

/**
 * One of the best points of a symbol.
 *
 * @param rank from 1 for the best
 * @param parameters double[axes]
 * @param metrics double[metrics], NaN where undefined
 * @param meets whether it meets what the run requires
 */
public record TopPoint(int rank, double[] parameters, double[] metrics, boolean meets) {}
