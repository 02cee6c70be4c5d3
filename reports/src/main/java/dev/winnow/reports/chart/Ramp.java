package dev.winnow.reports.chart;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Colours from worst to best: viridis (van der Walt and Smith, 2015), even to the eye and to every colour vision, in
 * {@value #LEVELS} levels. Bright is best, whichever way the metric goes.
 */
record Ramp(Extent extent, boolean higherIsBetter) implements PaintScale {
    static final int LEVELS = 32;
    private static final int[] STOPS = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };
    private static final Color DARK = Color.BLACK;
    private static final Color BRIGHT = new Color(0xFEFEFE);
    private static final int FIRST_BRIGHT = 14;
    private static final double LONGEST_TAIL = 3;

    /**
     * For these values: up to the best, and down to the worst unless that is more than {@value #LONGEST_TAIL} times as
     * far from the median as the best; what is worse has the colour of the end.
     */
    static Ramp of(double[] values, boolean higherIsBetter) {
        Extent extent = Extent.of(values);
        double median = Quantiles.of(values, 0.5);
        double best = higherIsBetter ? extent.high() : extent.low();
        double end = median - LONGEST_TAIL * (best - median);
        if (Double.isNaN(median) || best == median || !Double.isFinite(end)) {
            return new Ramp(extent, higherIsBetter);
        }
        Extent cut = higherIsBetter
                ? new Extent(Math.max(extent.low(), end), extent.high())
                : new Extent(extent.low(), Math.min(extent.high(), end));
        return new Ramp(cut, higherIsBetter);
    }

    /** From 0 for the worst to {@value #LEVELS} - 1 for the best. */
    int level(double value) {
        double share = extent.share(value);
        double better = Math.clamp(higherIsBetter ? share : 1 - share, 0, 1);
        return (int) Math.min(LEVELS - 1, better * LEVELS);
    }

    static Color color(int level) {
        double at = (double) level / (LEVELS - 1) * (STOPS.length - 1);
        int stop = (int) Math.min(STOPS.length - 2, at);
        return blend(STOPS[stop], STOPS[stop + 1], at - stop);
    }

    private static Color blend(int from, int to, double share) {
        return new Color(channel(from, to, 16, share), channel(from, to, 8, share), channel(from, to, 0, share));
    }

    private static int channel(int from, int to, int bits, double share) {
        int a = from >> bits & 0xFF;
        int b = to >> bits & 0xFF;
        return (int) Math.round(a + (b - a) * share);
    }

    /** What reads well on a level's colour. */
    static Color inkOn(int level) {
        return level >= FIRST_BRIGHT ? DARK : BRIGHT;
    }

    @Override
    public double getLowerBound() {
        return extent.low();
    }

    @Override
    public double getUpperBound() {
        return extent.high();
    }

    @Override
    public Paint getPaint(double value) {
        return color(level(value));
    }

    /** A bar of the colours with their values: on the right, or below on a phone. */
    PaintScaleLegend bar(Quantity value, Layout layout) {
        ValueAxis axis = Axes.linear(
                extent.low(), extent.high(), Ticks.linear(extent.low(), extent.high(), 5, value.unit()), layout);
        PaintScaleLegend bar = new PaintScaleLegend(this, axis);
        bar.setPosition(layout.narrow() ? RectangleEdge.BOTTOM : RectangleEdge.RIGHT);
        bar.setAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_RIGHT);
        bar.setSubdivisionCount(LEVELS);
        bar.setStripWidth(10);
        bar.setStripOutlineVisible(false);
        bar.setBackgroundPaint(null);
        bar.setMargin(layout.narrow() ? new RectangleInsets(6, 40, 0, 16) : new RectangleInsets(12, 10, 40, 4));
        return bar;
    }
}
