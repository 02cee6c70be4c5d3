package dev.winnow.reports.summary;

/**
 * The points next to the best: no more than one level away from it in any parameter. A name has no neighbours but
 * itself. Tells a plateau from a lone peak.
 *
 * @param count how many there are, the best itself left out
 * @param median their median objective; NaN without any
 * @param worst the worst of them; NaN without any
 */
public record Neighbourhood(int count, double median, double worst) {
    static Neighbourhood of(Observations points, int[] winner, boolean maximize) {
        double[] values = new double[16];
        int count = 0;
        for (int i = 0; i < points.count(); i++) {
            if (isNext(points, i, winner)) {
                if (count == values.length) {
                    values = java.util.Arrays.copyOf(values, 2 * count);
                }
                values[count++] = points.objective()[i];
            }
        }
        Distribution all = Distribution.of(java.util.Arrays.copyOf(values, count));
        return new Neighbourhood(count, all.quantile(0.5), all.quantile(maximize ? 0 : 1));
    }

    private static boolean isNext(Observations points, int at, int[] winner) {
        boolean same = true;
        for (int a = 0; a < winner.length; a++) {
            int off = Math.abs(points.positions()[a][at] - winner[a]);
            boolean named = points.levels().get(a).axis().type() == dev.winnow.engine.space.Axis.Type.NAME;
            if (off > (named ? 0 : 1)) {
                return false;
            }
            same &= off == 0;
        }
        return !same;
    }
}
