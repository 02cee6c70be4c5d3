package dev.winnow.replay.signal;

import org.jspecify.annotations.Nullable;

/**
 * Comparisons and crossings of columns on one scale. There are two twins that give the same bits, plain Java and the
 * Vector API. Blocks whose codes do not overlap are decided 64 at once, the words of the others by their codes, and the
 * few bars that have equal codes by the numbers. Stateless.
 *
 * <p>Outputs are long[words(bars)] or longer, of which the first words(bars) words are written and bits past the last
 * bar are 0. A comparison with NaN is false. Outputs must not be the same array.
 */
public abstract sealed class CodedKernels permits ScalarCodedKernels, VectorCodedKernels {
    /** Above so many bars of a word the numbers are read together. */
    private static final int FEW = 16;

    CodedKernels() {}

    /** A column on a scale. */
    public final CodedColumn code(CodeScale scale, Numbers numbers) {
        CodedColumn coded = new CodedColumn(numbers, scale.blocks());
        code(scale, coded);
        return coded;
    }

    /** {@code out[t] = a[t] ? b[t]}; not for {@code EQUAL} and {@code NOT_EQUAL}, which codes do not tell. */
    public final void compare(Comparison comparison, CodedColumn a, CodedColumn b, int bars, long[] out) {
        switch (comparison) {
            case LESS -> greater(b, a, false, bars, out);
            case LESS_EQUAL -> greater(b, a, true, bars, out);
            case GREATER -> greater(a, b, false, bars, out);
            case GREATER_EQUAL -> greater(a, b, true, bars, out);
            case EQUAL, NOT_EQUAL -> throw new IllegalArgumentException("codes do not tell " + comparison);
        }
    }

    private void greater(CodedColumn a, CodedColumn b, boolean orEqual, int bars, long[] out) {
        int words = BitPlanes.words(bars);
        for (int group = 0; group < words; group += Long.SIZE) {
            int end = Math.min(words, group + Long.SIZE);
            long greater = greater(a.least, b.most, CodedColumn.LONGS * (group >>> 6));
            long less = greater(b.least, a.most, CodedColumn.LONGS * (group >>> 6));
            spread(greater, group, end, out);
            long asked = order(a, b, group, open(a, b, group, end, greater, less), out, null);
            for (; asked != 0; asked &= asked - 1) {
                int w = group + Long.numberOfTrailingZeros(asked);
                long same = same(a.codes, b.codes, CodedColumn.LONGS * w) & a.defined[w] & b.defined[w];
                out[w] |= byNumbers(a, b, w, same, orEqual ? Comparison.GREATER_EQUAL : Comparison.GREATER);
            }
        }
        clearTail(words, bars, out);
    }

    /**
     * Both crossings in one pass: {@code above[t] = a[t] > b[t] and a[t-1] <= b[t-1]},
     * {@code below[t] = a[t] < b[t] and a[t-1] >= b[t-1]}; bar 0 is false.
     */
    public final void crosses(CodedColumn a, CodedColumn b, int bars, long[] above, long[] below) {
        int words = BitPlanes.words(bars);
        for (int group = 0; group < words; group += Long.SIZE) {
            int end = Math.min(words, group + Long.SIZE);
            long greater = greater(a.least, b.most, CodedColumn.LONGS * (group >>> 6));
            long less = greater(b.least, a.most, CodedColumn.LONGS * (group >>> 6));
            spread(greater, group, end, above);
            spread(less, group, end, below);
            long asked = order(a, b, group, open(a, b, group, end, greater, less), above, below);
            for (; asked != 0; asked &= asked - 1) {
                byNumbers(a, b, group + Long.numberOfTrailingZeros(asked), above, below);
            }
        }
        clearTail(words, bars, above);
        clearTail(words, bars, below);
        join(a.numbers, b.numbers, words, above, below);
    }

    /** Of a group's blocks those that are there, have numbers, and are not decided by their ranges. */
    private static long open(CodedColumn a, CodedColumn b, int group, int end, long greater, long less) {
        int place = group >>> 6;
        return ~(greater | less | a.absent[place] | b.absent[place]) & BitPlanes.tailMask(end);
    }

    private static void clearTail(int words, int bars, long[] plane) {
        if (words != 0) {
            plane[words - 1] &= BitPlanes.tailMask(bars);
        }
    }

    /** Decides the bars of a word that have numbers and are neither greater nor less by the codes. */
    private static void byNumbers(CodedColumn a, CodedColumn b, int w, long[] greater, long[] less) {
        long same = a.defined[w] & b.defined[w] & ~(greater[w] | less[w]);
        if (Long.bitCount(same) > FEW) {
            greater[w] |= together(a, b, w, same, Comparison.GREATER);
            less[w] |= together(a, b, w, same, Comparison.LESS);
            return;
        }
        for (long rest = same; rest != 0; rest &= rest - 1) {
            int t = (w << 6) + Long.numberOfTrailingZeros(rest);
            double left = a.numbers.at(t);
            double right = b.numbers.at(t);
            greater[w] |= left > right ? rest & -rest : 0;
            less[w] |= left < right ? rest & -rest : 0;
        }
    }

    /** The bars of a word that have equal codes, and numbers that compare so. */
    private static long byNumbers(CodedColumn a, CodedColumn b, int w, long same, Comparison comparison) {
        if (Long.bitCount(same) > FEW) {
            return together(a, b, w, same, comparison);
        }
        long holds = 0;
        for (long rest = same; rest != 0; rest &= rest - 1) {
            int t = (w << 6) + Long.numberOfTrailingZeros(rest);
            holds |= comparison.holds(a.numbers.at(t), b.numbers.at(t)) ? rest & -rest : 0;
        }
        return holds;
    }

    /** The same for all bars between at once. */
    private static long together(CodedColumn a, CodedColumn b, int w, long same, Comparison comparison) {
        int count = Long.SIZE - Long.numberOfLeadingZeros(same);
        int from = w << 6;
        double[] left = new double[Long.SIZE];
        double[] right = new double[Long.SIZE];
        a.numbers.read(from, from + count, left);
        b.numbers.read(from, from + count, right);
        return ScalarPlaneKernels.word(comparison, left, right, 0, count) & same;
    }

    /** Fills in a column's codes. */
    abstract void code(CodeScale scale, CodedColumn coded);

    /** A bit for each of 64 codes that stand from place {@code from} on: set where a's is greater. */
    abstract long greater(long[] a, long[] b, int from);

    /** The same where they are equal. */
    abstract long same(long[] a, long[] b, int from);

    /** All ones where a block's bit is set, else 0, for the words {@code group} to {@code end}. */
    abstract void spread(long blocks, int group, int end, long[] words);

    /**
     * Some words of greater and less by the codes; bars with equal codes are neither.
     *
     * @param group the word that the first bit of {@code open} stands for
     * @param less null if it is not asked for
     * @return of {@code open}, the words that have equal codes
     */
    abstract long order(CodedColumn a, CodedColumn b, int group, long open, long[] greater, long @Nullable [] less);

    /** {@link Crossings#join(Numbers, Numbers, int, int, long[], long[])} of all words. */
    abstract void join(Numbers a, Numbers b, int words, long[] above, long[] below);
}
