package dev.winnow.reports.chart;

import java.awt.geom.Path2D;

/** Lines over time with as many points as can be seen. */
final class Lines {
    private Lines() {}

    /** Through the values, interrupted by NaN; a value alone is a short stroke. */
    static Path2D line(Marks.Area area, long[] times, double[] values, int stretches) {
        Path2D line = new Path2D.Double();
        line.moveTo(area.box().getMinX(), area.box().getMaxY());
        boolean drawing = false;
        for (int i : Downsample.positions(values, stretches)) {
            if (Double.isNaN(values[i])) {
                drawing = false;
                continue;
            }
            double x = area.x(times[i]);
            double y = area.y(values[i]);
            if (!drawing) {
                line.moveTo(x - 1.5, y);
            }
            line.lineTo(x, y);
            drawing = true;
        }
        return line;
    }

    /** Between the values and 0. */
    static Path2D toBase(Marks.Area area, long[] times, double[] values, int stretches) {
        Path2D path = new Path2D.Double();
        path.moveTo(area.box().getMinX(), area.y(0));
        double last = area.box().getMinX();
        for (int i : Downsample.positions(values, stretches)) {
            last = area.x(times[i]);
            path.lineTo(last, area.y(Double.isNaN(values[i]) ? 0 : values[i]));
        }
        path.lineTo(last, area.y(0));
        path.closePath();
        return path;
    }
}
