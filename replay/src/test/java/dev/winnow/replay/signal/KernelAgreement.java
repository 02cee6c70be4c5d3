package dev.winnow.replay.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Whether kernels say what the definitions say, bar by bar, at awkward sizes, with ties and NaN. A program of its own
 * too, because a process has one lane width.
 */
final class KernelAgreement {
    private static final int[] SIZES = {
        0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 128, 129, 200, 319, 320, 321, 577, 1000, 5000
    };

    /**
     * None missing, some missing at the start, some anywhere, a NaN level, columns that nearly touch, and columns that
     * keep apart for whole blocks.
     */
    private static final int ROUNDS = 14;

    private static final int TOUCHING = 4;
    private static final int APART = 5;

    private KernelAgreement() {}

    /** Exit status 0 and the kernels' description if they agree. */
    public static void main(String[] arguments) {
        PlaneKernels kernels = KernelChoice.best().kernels();
        String difference = difference(kernels, 7);
        System.out.println(difference.isEmpty() ? kernels.description() : difference);
        System.exit(difference.isEmpty() ? 0 : 1);
    }

    /** Empty, or the first disagreement. */
    static String difference(PlaneKernels kernels, long seed) {
        Random random = new Random(seed);
        for (int bars = 1; bars <= 200; bars++) {
            String found = difference(kernels, random, bars, APART);
            if (!found.isEmpty()) {
                return found + " at " + bars + " bars, seed " + seed + ", " + kernels.description();
            }
        }
        for (int bars : SIZES) {
            for (int round = 0; round < ROUNDS; round++) {
                String found = difference(kernels, random, bars, round);
                if (!found.isEmpty()) {
                    return found + " at " + bars + " bars, seed " + seed + ", " + kernels.description();
                }
            }
        }
        return "";
    }

    private static String difference(PlaneKernels kernels, Random random, int bars, int round) {
        double[] a = column(random, bars, round);
        double[] b =
                switch (round) {
                    case TOUCHING -> nudged(a, random);
                    case 0, 1, 2, 3 -> column(random, bars, round);
                    default -> apart(a, random);
                };
        double level = round == 3 ? Double.NaN : random.nextInt(3) - 1.0;
        long[] out = dirty(bars);
        for (Comparison comparison : Comparison.values()) {
            kernels.compare(comparison, a, b, bars, out);
            if (!same(out, bars, t -> comparison.holds(a[t], b[t]))) {
                return "columns " + comparison;
            }
            kernels.compare(comparison, a, level, bars, out);
            if (!same(out, bars, t -> comparison.holds(a[t], level))) {
                return "level " + comparison;
            }
        }
        Truth above = t -> t > 0 && a[t] > b[t] && a[t - 1] <= b[t - 1];
        Truth below = t -> t > 0 && a[t] < b[t] && a[t - 1] >= b[t - 1];
        Truth aboveLevel = t -> t > 0 && a[t] > level && a[t - 1] <= level;
        Truth belowLevel = t -> t > 0 && a[t] < level && a[t - 1] >= level;
        long[] other = dirty(bars);
        kernels.crosses(a, b, bars, out, other);
        boolean fine = same(out, bars, above) && same(other, bars, below);
        kernels.crossesAbove(a, b, bars, out);
        fine &= same(out, bars, above);
        kernels.crosses(a, level, bars, out, other);
        fine &= same(out, bars, aboveLevel) && same(other, bars, belowLevel);
        kernels.crossesAbove(a, level, bars, out);
        kernels.crossesBelow(a, level, bars, other);
        fine &= same(out, bars, aboveLevel) && same(other, bars, belowLevel);
        return fine ? coded(kernels, a, b, bars, above, below) : "crossings";
    }

    /** The same by codes, on scales that fit, that are too narrow, and that say nothing at all. */
    private static String coded(PlaneKernels kernels, double[] a, double[] b, int bars, Truth above, Truth below) {
        double[] narrow = Arrays.stream(a).map(x -> x * 0.01).toArray();
        long[] out = dirty(bars);
        long[] other = dirty(bars);
        for (List<Numbers> range :
                List.of(List.of(Numbers.of(a), Numbers.of(b)), List.of(Numbers.of(narrow)), List.<Numbers>of())) {
            CodeScale scale = CodeScale.over(range, bars);
            CodedColumn left = kernels.coded().code(scale, Numbers.of(a));
            CodedColumn right = kernels.coded().code(scale, Numbers.of(b));
            if (!alike(left, new ScalarPlaneKernels().coded().code(scale, Numbers.of(a)))) {
                return "codes";
            }
            for (Comparison comparison : Comparison.values()) {
                if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
                    kernels.coded().compare(comparison, left, right, bars, out);
                    if (!same(out, bars, t -> comparison.holds(a[t], b[t]))) {
                        return "codes " + comparison;
                    }
                }
            }
            kernels.coded().crosses(left, right, bars, out, other);
            if (!same(out, bars, above) || !same(other, bars, below)) {
                return "coded crossings";
            }
        }
        return "";
    }

    private static boolean alike(CodedColumn a, CodedColumn b) {
        return Arrays.equals(a.codes, b.codes)
                && Arrays.equals(a.least, b.least)
                && Arrays.equals(a.most, b.most)
                && Arrays.equals(a.quarterLeast, b.quarterLeast)
                && Arrays.equals(a.quarterMost, b.quarterMost)
                && Arrays.equals(a.defined, b.defined)
                && Arrays.equals(a.absent, b.absent);
    }

    private interface Truth {
        boolean at(int bar);
    }

    private static boolean same(long[] plane, int bars, Truth truth) {
        long[] wanted = new long[BitPlanes.words(bars)];
        for (int t = 0; t < bars; t++) {
            if (truth.at(t)) {
                BitPlanes.set(wanted, t);
            }
        }
        return Arrays.equals(plane, wanted);
    }

    private static long[] dirty(int bars) {
        long[] plane = new long[BitPlanes.words(bars)];
        Arrays.fill(plane, 0x5555_5555_5555_5555L);
        return plane;
    }

    /** A twin that is a little above, a little below, the same, or far away. */
    private static double[] nudged(double[] column, Random random) {
        double[] twin = column.clone();
        for (int t = 0; t < twin.length; t++) {
            double step = new double[] {0, 1e-7, -1e-7, 1e-4, -1e-4, 0.1}[random.nextInt(6)];
            twin[t] += step;
        }
        return twin;
    }

    /**
     * A twin that is far above or far below for runs of whole blocks, half of which start or end in a block's middle;
     * every other twin has equal and missing bars, often a block's first or last, the others none past the start.
     */
    private static double[] apart(double[] column, Random random) {
        double[] twin = column.clone();
        double distance = random.nextBoolean() ? 10 : -10;
        boolean ties = random.nextBoolean();
        int turns = random.nextBoolean() ? 3 : 30;
        for (int t = 0; t < twin.length; t++) {
            if (t % 64 == 0 ? random.nextInt(turns) == 0 : random.nextInt(200) == 0) {
                distance = -distance;
            }
            boolean border = t % 64 == 63 || t % 64 == 0;
            int what = random.nextInt(border ? 6 : 300);
            twin[t] = ties && what == 0 ? column[t] : ties && what == 1 ? Double.NaN : column[t] + distance;
        }
        Arrays.fill(twin, 0, random.nextBoolean() ? 0 : random.nextInt(twin.length / 2 + 1), Double.NaN);
        return twin;
    }

    private static double[] column(Random random, int bars, int round) {
        double[] column = new double[bars];
        if (round >= TOUCHING) {
            Arrays.setAll(column, t -> random.nextGaussian());
            return column;
        }
        int prefix = round == 0 ? 0 : random.nextInt(bars / 2 + 1);
        for (int t = 0; t < bars; t++) {
            boolean missing = t < prefix || (round == 2 && random.nextInt(5) == 0);
            column[t] = missing ? Double.NaN : random.nextInt(5) - 2.0;
            if (random.nextInt(40) == 0) {
                column[t] = random.nextBoolean() ? -0.0 : Double.POSITIVE_INFINITY;
            }
        }
        return column;
    }
}
