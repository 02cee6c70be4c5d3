package dev.winnow.reports.chart;

/**
 * A named line over the positions that its chart gives.
 *
 * @param values double[positions]; NaN interrupts the line
 */
public record Curve(String name, double[] values) {}
