package dev.winnow.reports.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of the objective's variance one parameter accounts for by itself: the variance of the objective's mean at
 * each of the parameter's values over the variance of all points, the first-order index S1 = Var(E[y|x]) / Var(y)
 * (Sobol' 1993; Saltelli and others, Global Sensitivity Analysis, 2008, section 1.2.5). On a full grid the shares add
 * up to at most 1 and the rest is interaction; where a constraint ties parameters together they overlap. Weights are
 * taken in at most {@value #WEIGHT_BINS} groups of neighbouring values.
 *
 * @param axis position of the parameter
 * @param levels its values
 * @param share from 0 to 1; NaN where all points have the same objective
 */
public record Importance(int axis, Levels levels, double share) {
    /** Drawn weights have as many values as there are points, each of which would explain its own point. */
    private static final int WEIGHT_BINS = 20;

    /** The parameters of two or more values, the most important first; equals in their order. */
    static List<Importance> of(Observations points, ReplayAxes axes) {
        List<Importance> all = new ArrayList<>();
        for (int a = 0; a < points.levels().size(); a++) {
            int levels = points.levels().get(a).count();
            if (levels > 1) {
                all.add(new Importance(
                        a, points.levels().get(a), share(points, a, axes.isWeight(a) ? WEIGHT_BINS : levels)));
            }
        }
        all.sort(Comparator.comparingDouble(one -> Double.isNaN(one.share()) ? 0 : -one.share()));
        return List.copyOf(all);
    }

    private static double share(Observations points, int axis, int bins) {
        Levels levels = points.levels().get(axis).binned(bins);
        int[] count = new int[levels.bins()];
        double[] sum = new double[count.length];
        double total = 0;
        int[] position = points.bins(axis, levels);
        for (int i = 0; i < points.count(); i++) {
            count[position[i]]++;
            sum[position[i]] += points.objective()[i];
            total += points.objective()[i];
        }
        double mean = total / points.count();
        double between = 0;
        for (int level = 0; level < count.length; level++) {
            double off = sum[level] / count[level] - mean;
            between += count[level] == 0 ? 0 : count[level] * off * off;
        }
        double all = 0;
        for (double value : points.objective()) {
            all += (value - mean) * (value - mean);
        }
        return all == 0 || points.count() == 0 ? Double.NaN : Math.min(1, between / all);
    }
}
