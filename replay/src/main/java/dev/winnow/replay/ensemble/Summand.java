package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.Sides;
import java.util.Arrays;

/** One signal of a sum. */
sealed interface Summand {
    /** Adds the weighted signal of bars {@code from} (a block's first) to {@code to - 1} to {@code sums[0 ...]}. */
    void add(double weight, int from, int to, double[] sums);

    String kind();

    long bytes();

    /** A score a bar. */
    record Column(double[] values) implements Summand {
        @Override
        public void add(double weight, int from, int to, double[] sums) {
            for (int j = 0; j < to - from; j++) {
                sums[j] += weight * values[from + j];
            }
        }

        @Override
        public String kind() {
            return "columns";
        }

        @Override
        public long bytes() {
            return 8L * values.length;
        }
    }

    /**
     * A side, as the stretches on which it is not flat.
     *
     * @param firsts first bar of each stretch
     * @param ends bar behind each
     * @param signs side of each, 1 or -1
     * @param blocks int[blocks]: the first stretch that ends behind the block's first bar
     */
    record Stretches(int[] firsts, int[] ends, double[] signs, int[] blocks) implements Summand {
        static Stretches of(Sides sides) {
            int bars = sides.bars();
            int[] firsts = new int[bars];
            int[] ends = new int[bars];
            double[] signs = new double[bars];
            int count = 0;
            int before = 0;
            for (int t = 0; t < bars; t++) {
                int side = sides.at(t);
                if (side != before && side != 0) {
                    firsts[count] = t;
                    signs[count++] = side;
                }
                if (side != 0) {
                    ends[count - 1] = t + 1;
                }
                before = side;
            }
            int[] blocks = new int[(bars + DenseScores.BLOCK - 1) / DenseScores.BLOCK];
            int stretch = 0;
            for (int block = 0; block < blocks.length; block++) {
                while (stretch < count && ends[stretch] <= block * DenseScores.BLOCK) {
                    stretch++;
                }
                blocks[block] = stretch;
            }
            return new Stretches(
                    Arrays.copyOf(firsts, count), Arrays.copyOf(ends, count), Arrays.copyOf(signs, count), blocks);
        }

        @Override
        public void add(double weight, int from, int to, double[] sums) {
            for (int k = blocks[from / DenseScores.BLOCK]; k < firsts.length && firsts[k] < to; k++) {
                double step = weight * signs[k];
                int end = Math.min(to, ends[k]) - from;
                for (int j = Math.max(from, firsts[k]) - from; j < end; j++) {
                    sums[j] += step;
                }
            }
        }

        @Override
        public String kind() {
            return "stretches";
        }

        @Override
        public long bytes() {
            return 16L * firsts.length + 4L * blocks.length;
        }
    }
}
