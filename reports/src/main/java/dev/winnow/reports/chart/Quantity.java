package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;

/**
 * What an axis or a colour stands for.
 *
 * @param name as the reader knows it, such as a metric's name
 * @param unit how its numbers read
 */
public record Quantity(String name, Metric.Unit unit) {}
