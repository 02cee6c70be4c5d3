package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis has ticks and what they say.
 *
 * @param at double[ticks], increasing
 * @param labels of the ticks; empty ones draw a grid line alone
 */
record Ticks(double[] at, List<String> labels) {
    /** Round values a 1, 2 or 5 apart, about as many as asked for. */
    static Ticks linear(double low, double high, int count, Metric.Unit unit) {
        double least = step((high - low) / count);
        double step = unit == Metric.Unit.COUNT ? Math.max(1, least) : least;
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (double i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step && at.size() <= 4 * count; i++) {
            at.add(i * step);
            labels.add(TickText.tick(i * step, step, unit));
        }
        return of(at, labels);
    }

    /** The least 1, 2 or 5 times a power of ten that is not below. */
    static double step(double least) {
        if (!(least > 0) || !Double.isFinite(least)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double digit = least / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }

    /** Powers of ten, with 2 and 5 between them where there is room; round steps where all is within a factor of 10. */
    static Ticks logarithmic(double low, double high, int count, Metric.Unit unit) {
        if (high / low < 10) {
            return linear(low, high, count, unit);
        }
        double decades = Math.log10(high / low);
        double[] digits = decades * 3 <= count
                ? new double[] {1, 2, 5}
                : decades * 2 <= count ? new double[] {1, 3} : new double[] {1};
        int stride = Math.max(1, (int) Math.ceil(decades / count));
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int e = (int) Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
            for (double digit : digits) {
                double value = Double.parseDouble((int) digit + "e" + e);
                if (Math.floorMod(e, stride) == 0 && value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                    at.add(value);
                    labels.add(TickText.tick(value, Math.pow(10, e), unit));
                }
            }
        }
        return of(at, labels);
    }

    /** One tick a step at 0, 1, 2 ..., as many labels as asked for. */
    static Ticks steps(List<String> steps, int count) {
        int stride = Math.max(1, (steps.size() + count - 1) / Math.max(1, count));
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < steps.size(); i += stride) {
            at.add((double) i);
            labels.add(steps.get(i));
        }
        return of(at, labels);
    }

    static Ticks none() {
        return new Ticks(new double[0], List.of());
    }

    private static Ticks of(List<Double> at, List<String> labels) {
        return new Ticks(at.stream().mapToDouble(Double::doubleValue).toArray(), List.copyOf(labels));
    }
}
