package dev.winnow.engine.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The grid points that a constraint allows, found by their number: rank and select over one bit a grid point. The grid
 * is cut into at most 2^20 chunks whose counts are kept; the bits themselves only while the grid is small (8 MiB),
 * else a chunk's bits are worked out again when they are asked for.
 */
final class AllowedPoints {
    private static final int MIN_CHUNK_SHIFT = 10;
    private static final int MAX_CHUNKS_SHIFT = 20;
    private static final long MAX_KEPT_BITS = 1L << 26;
    private static final long PARALLEL_FROM = 1L << 18;

    private final Grid grid;
    private final Constraint constraint;
    private final int chunkShift;

    /** long[chunks + 1]: number of allowed points before each chunk. */
    private final long[] starts;

    /** One bit a grid point, or null when there are too many. */
    private final long @Nullable [] bits;

    AllowedPoints(Grid grid, Constraint constraint) {
        this.grid = grid;
        this.constraint = constraint;
        int log = Long.SIZE - Long.numberOfLeadingZeros(grid.size());
        this.chunkShift = Math.max(MIN_CHUNK_SHIFT, log - MAX_CHUNKS_SHIFT);
        int chunks = (int) ((grid.size() + (1L << chunkShift) - 1) >>> chunkShift);
        this.bits = grid.size() <= MAX_KEPT_BITS ? new long[chunks * chunkWords()] : null;
        this.starts = new long[chunks + 1];
        IntStream all = IntStream.range(0, chunks);
        (grid.size() >= PARALLEL_FROM ? all.parallel() : all).forEach(chunk -> starts[chunk + 1] = count(chunk));
        Arrays.parallelPrefix(starts, Long::sum);
    }

    long size() {
        return starts[starts.length - 1];
    }

    /** Writes the values of {@code count} allowed points from number {@code first} on, row-major. */
    void fill(long first, int count, int axes, double[] values) {
        int chunk = chunkOf(first);
        int rank = (int) (first - starts[chunk]);
        int filled = 0;
        while (filled < count) {
            long[] words = wordsOf(chunk);
            int base = baseOf(chunk);
            for (int w = 0; w < chunkWords() && filled < count; w++) {
                long word = words[base + w];
                int ones = Long.bitCount(word);
                if (rank >= ones) {
                    rank -= ones;
                    continue;
                }
                word &= -Long.expand(1L << rank, word); // drop the bits below the one of this rank
                rank = 0;
                long origin = ((long) chunk << chunkShift) + (long) w * Long.SIZE;
                for (; word != 0 && filled < count; word &= word - 1) {
                    grid.point(origin + Long.numberOfTrailingZeros(word), values, filled++ * axes);
                }
            }
            chunk++;
        }
    }

    /** How many allowed points lie before the grid point. */
    long rank(long gridIndex) {
        if (gridIndex >= grid.size()) {
            return size();
        }
        int chunk = (int) (gridIndex >>> chunkShift);
        int within = (int) (gridIndex & (1L << chunkShift) - 1);
        long[] words = wordsOf(chunk);
        int base = baseOf(chunk);
        long rank = starts[chunk];
        for (int w = 0; w < within / Long.SIZE; w++) {
            rank += Long.bitCount(words[base + w]);
        }
        return rank + Long.bitCount(words[base + within / Long.SIZE] & (1L << within) - 1);
    }

    private int chunkWords() {
        return (1 << chunkShift) / Long.SIZE;
    }

    private int baseOf(int chunk) {
        return bits == null ? 0 : chunk * chunkWords();
    }

    private long[] wordsOf(int chunk) {
        if (bits != null) {
            return bits;
        }
        long[] words = new long[chunkWords()];
        test(chunk, words, 0);
        return words;
    }

    private long count(int chunk) {
        long[] words = bits == null ? new long[chunkWords()] : bits;
        return test(chunk, words, baseOf(chunk));
    }

    /** Sets a bit for each allowed point of the chunk and returns their number. */
    private long test(int chunk, long[] words, int base) {
        long first = (long) chunk << chunkShift;
        int points = (int) Math.min(1L << chunkShift, grid.size() - first);
        Grid.Cursor cursor = grid.cursor(first);
        long allowed = 0;
        for (int i = 0; i < points; i++) {
            if (constraint.allows(cursor.values())) {
                words[base + i / Long.SIZE] |= 1L << i;
                allowed++;
            }
            cursor.advance();
        }
        return allowed;
    }

    /** The chunk that holds the allowed point of this number. */
    private int chunkOf(long number) {
        int low = 0;
        int high = starts.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
