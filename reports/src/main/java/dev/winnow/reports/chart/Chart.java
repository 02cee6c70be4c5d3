package dev.winnow.reports.chart;

/**
 * Something to draw. NaN means "no value" in every array and is left blank; arrays are read, never changed. Any number
 * of values may be given: a chart thins out what could not be told apart on paper.
 */
public sealed interface Chart
        permits EquityCurve,
                HeatMap,
                Histogram,
                Importance,
                Marginal,
                ParallelCoordinates,
                ReturnsByMonth,
                ReturnsByYear,
                Roofline,
                Scaling,
                ShareBar,
                SpeedUp,
                ThresholdCurves,
                WeightSimplex {

    /** What the chart shows, in a sentence or two of plain text. */
    String alt();

    /** The chart as SVG. */
    Picture draw();
}
