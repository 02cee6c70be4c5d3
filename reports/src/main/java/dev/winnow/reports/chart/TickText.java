package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.table.NumberText;
import java.util.Locale;

/** Numbers on axes and beside marks, in the units that people use for their size: 5 %, 12 bps, 1.5k, 20 ms. */
final class TickText {
    private static final double[] FACTORS = {1e12, 1e9, 1e6, 1e3};
    private static final String[] SUFFIXES = {"T", "G", "M", "k"};
    private static final double BPS_BELOW = 0.0005;
    private static final int MOST_DECIMALS = 4;

    private TickText() {}

    /** A tick among others that are a step apart: as many decimals as tell them apart. */
    static String tick(double value, double step, Metric.Unit unit) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221e" : "-\u221e";
        }
        double size = Math.max(Math.abs(value), Math.abs(step));
        return switch (unit) {
            case FRACTION ->
                step < BPS_BELOW && Math.abs(value) < 0.1
                        ? decimals(value * 1e4, step * 1e4) + " bps"
                        : decimals(value * 100, step * 100) + " %";
            case SECONDS -> seconds(value, step, size);
            case COUNT, MONEY, RATIO -> scaled(value, step, size);
        };
    }

    /** A value that stands alone, in about three digits. */
    static String value(double value, Metric.Unit unit) {
        double size = Math.abs(value);
        double step = size == 0 || !Double.isFinite(size) ? 1 : Math.pow(10, Math.floor(Math.log10(size)) - 2);
        return withoutZeros(tick(value, Math.max(step, unit == Metric.Unit.FRACTION ? BPS_BELOW : 0), unit));
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("(\\.\\d*?)0+(?!\\d)", "$1").replaceFirst("\\.(?!\\d)", "");
    }

    /** A value among others of an extent: all with the same decimals, about three digits of the extent's width. */
    static String among(double value, Extent extent, Metric.Unit unit) {
        double width = extent.high() - extent.low();
        double step = Math.pow(10, Math.floor(Math.log10(width)) - 2);
        return tick(
                value,
                unit == Metric.Unit.FRACTION && width >= 10 * BPS_BELOW ? Math.max(step, 2 * BPS_BELOW) : step,
                unit);
    }

    /** A part of a whole in whole percent; one that would read 0 as less than 1. */
    static String share(double share) {
        return share > 0 && share < 0.01 ? "<1 %" : tick(share, 0.01, Metric.Unit.FRACTION);
    }

    private static String seconds(double value, double step, double size) {
        if (value == 0) {
            return "0 s";
        }
        if (size >= 1) {
            return decimals(value, step) + " s";
        }
        if (size >= 1e-3) {
            return decimals(value * 1e3, step * 1e3) + " ms";
        }
        return size >= 1e-6
                ? decimals(value * 1e6, step * 1e6) + " \u00b5s"
                : decimals(value * 1e9, step * 1e9) + " ns";
    }

    private static String scaled(double value, double step, double size) {
        if (size >= 1e15 || (size < 1e-4 && size > 0)) {
            return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value).replace(".0e", "e");
        }
        for (int i = 0; i < FACTORS.length && value != 0; i++) {
            if (size >= FACTORS[i] && size >= 10_000) {
                return decimals(value / FACTORS[i], step / FACTORS[i]) + SUFFIXES[i];
            }
        }
        return size >= 1000 && step >= 1 ? NumberText.grouped(Math.round(value)) : decimals(value, step);
    }

    private static String decimals(double value, double step) {
        int decimals = 0;
        double left = step > 0 ? step : 1;
        while (decimals < MOST_DECIMALS && Math.abs(left - Math.rint(left)) > 1e-6 * left) {
            left *= 10;
            decimals++;
        }
        return NumberText.fixed(value, decimals).replace('-', '\u2212');
    }
}
