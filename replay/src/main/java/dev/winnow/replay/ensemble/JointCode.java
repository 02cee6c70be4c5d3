package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.Sides;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What several sides say together, run by run: bars between two changes of any of them have one code, and runs that
 * agree in every side share it. Sides change rarely, so there are few runs, and far fewer codes. Runs are cut at the
 * borders of words, so that planes are written a word at a time. Where there are few codes, the bars of each are a plane
 * of its own, and planes are put together from those. Immutable.
 */
final class JointCode {
    /** Words of planes of codes that are joined in the time that a piece takes. */
    private static final int WORDS_PER_PIECE = 32;

    private final int bars;

    /** int[words + 1]: the first piece of each word. */
    private final int[] starts;

    /** long[pieces]: the bars of a piece within its word. */
    private final long[] masks;

    /** int[pieces]. */
    private final int[] codes;

    /** double[signals][codes]: the side of each signal. */
    private final double[][] sides;

    private final int count;

    /** long[codes][words]: the bars of each code; empty where planes are put together from pieces. */
    private final long[][] planes;

    JointCode(List<Sides> signals) {
        this(signals, WORDS_PER_PIECE);
    }

    /** @param wordsPerPiece 0: planes are put together from pieces; large: from the planes of codes */
    JointCode(List<Sides> signals, int wordsPerPiece) {
        this.bars = signals.getFirst().bars();
        int words = BitPlanes.words(bars);
        long[] changes = changes(signals, words);
        this.starts = new int[words + 1];
        int pieces = 0;
        for (int word = 0; word < words; word++) {
            pieces += Long.bitCount(changes[word] | 1);
            starts[word + 1] = pieces;
        }
        this.masks = new long[pieces];
        this.codes = new int[pieces];
        int[] firsts = new int[pieces];
        int piece = 0;
        for (int word = 0; word < words; word++) {
            long left = changes[word] | 1;
            while (left != 0) {
                int from = Long.numberOfTrailingZeros(left);
                left &= left - 1;
                long behind = left == 0 ? 0 : -1L << Long.numberOfTrailingZeros(left);
                firsts[piece] = (word << 6) + from;
                masks[piece++] = -1L << from & ~behind;
            }
        }
        if (words > 0) {
            masks[pieces - 1] &= BitPlanes.tailMask(bars);
        }
        this.count = number(signals, firsts);
        this.sides = new double[signals.size()][count];
        for (int i = 0; i < signals.size(); i++) {
            for (int p = 0; p < pieces; p++) {
                sides[i][codes[p]] = signals.get(i).at(firsts[p]);
            }
        }
        this.planes = (long) count * words <= (long) wordsPerPiece * pieces ? planes() : new long[0][];
    }

    private long[][] planes() {
        long[][] result = new long[count][starts.length - 1];
        for (int word = 0; word < starts.length - 1; word++) {
            for (int piece = starts[word]; piece < starts[word + 1]; piece++) {
                result[codes[piece]][word] |= masks[piece];
            }
        }
        return result;
    }

    /** Where some side differs from the bar before. */
    private static long[] changes(List<Sides> signals, int words) {
        long[] changes = new long[words];
        for (Sides sides : signals) {
            for (long[] plane : new long[][] {sides.longs(), sides.shorts()}) {
                long before = 0;
                for (int word = 0; word < words; word++) {
                    changes[word] |= plane[word] ^ (plane[word] << 1 | before);
                    before = plane[word] >>> 63;
                }
            }
        }
        return changes;
    }

    /** Gives each piece its code, signal by signal; the number of codes. */
    private int number(List<Sides> signals, int[] firsts) {
        int known = firsts.length == 0 ? 0 : 1;
        for (Sides signal : signals) {
            Map<Integer, Integer> numbers = new HashMap<>();
            for (int p = 0; p < codes.length; p++) {
                int key = 3 * codes[p] + 1 + signal.at(firsts[p]);
                Integer number = numbers.putIfAbsent(key, numbers.size());
                codes[p] = number == null ? numbers.size() - 1 : number;
            }
            known = numbers.size();
        }
        return known;
    }

    /** Number of codes. */
    int count() {
        return count;
    }

    int pieces() {
        return masks.length;
    }

    int signals() {
        return sides.length;
    }

    /** double[codes]: a signal's side in each code; read only. */
    double[] sides(int signal) {
        return sides[signal];
    }

    /**
     * Two planes from two bits a code.
     *
     * @param flags byte[codes] or longer; bit 0 goes to the first plane, bit 1 to the second
     */
    void expand(byte[] flags, long[] first, long[] second) {
        if (planes.length == 0) {
            expandPieces(flags, first, second);
            return;
        }
        Arrays.fill(first, 0, starts.length - 1, 0);
        Arrays.fill(second, 0, starts.length - 1, 0);
        for (int code = 0; code < planes.length; code++) {
            if ((flags[code] & 1) != 0) {
                join(planes[code], first);
            }
            if ((flags[code] & 2) != 0) {
                join(planes[code], second);
            }
        }
    }

    private static void join(long[] plane, long[] into) {
        for (int word = 0; word < plane.length; word++) {
            into[word] |= plane[word];
        }
    }

    private void expandPieces(byte[] flags, long[] first, long[] second) {
        int piece = 0;
        for (int word = 0; word < starts.length - 1; word++) {
            int end = starts[word + 1];
            long a = 0;
            long b = 0;
            for (; piece < end; piece++) {
                int flag = flags[codes[piece]];
                long mask = masks[piece];
                a |= mask & -(flag & 1L);
                b |= mask & -(flag >> 1 & 1L);
            }
            first[word] = a;
            second[word] = b;
        }
    }

    long bytes() {
        return 12L * masks.length
                + 4L * starts.length
                + Arrays.stream(planes).mapToLong(plane -> 8L * plane.length).sum()
                + Arrays.stream(sides).mapToLong(side -> 8L * side.length).sum();
    }
}
