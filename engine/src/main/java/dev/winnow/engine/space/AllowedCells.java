package dev.winnow.engine.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a grid that a constraint allows, found by their number: rank and select over one bit a cell. A cell is a
 * combination of the slowest axes down to the last that the constraint reads; all its grid points are allowed or none.
 * The cells are cut into at most 2^20 chunks whose counts are kept; the bits themselves only while there are few (8
 * MiB), else a chunk's bits are worked out again when they are asked for.
 */
final class AllowedCells {
    private static final int MIN_CHUNK_SHIFT = 10;
    private static final int MAX_CHUNKS_SHIFT = 20;
    private static final long MAX_KEPT_BITS = 1L << 26;
    private static final long PARALLEL_FROM = 1L << 18;

    private final Grid grid;
    private final int axes;
    private final long cells;
    private final Constraint constraint;
    private final int chunkShift;

    /** long[chunks + 1]: number of allowed cells before each chunk. */
    private final long[] starts;

    /** One bit a cell, or null when there are too many. */
    private final long @Nullable [] bits;

    /** @param axes how many of the slowest axes tell one cell from another */
    AllowedCells(Grid grid, int axes, Constraint constraint) {
        this.grid = grid;
        this.axes = axes;
        this.cells = grid.size() / grid.block(axes);
        this.constraint = constraint;
        int log = Long.SIZE - Long.numberOfLeadingZeros(cells);
        this.chunkShift = Math.max(MIN_CHUNK_SHIFT, log - MAX_CHUNKS_SHIFT);
        int chunks = (int) ((cells + (1L << chunkShift) - 1) >>> chunkShift);
        this.bits = cells <= MAX_KEPT_BITS ? new long[chunks * chunkWords()] : null;
        this.starts = new long[chunks + 1];
        IntStream all = IntStream.range(0, chunks);
        (cells >= PARALLEL_FROM ? all.parallel() : all).forEach(chunk -> starts[chunk + 1] = count(chunk));
        Arrays.parallelPrefix(starts, Long::sum);
    }

    /** Number of allowed cells. */
    long size() {
        return starts[starts.length - 1];
    }

    /** How many allowed cells lie before the cell. */
    long rank(long cell) {
        if (cell >= cells) {
            return size();
        }
        int chunk = (int) (cell >>> chunkShift);
        int within = (int) (cell & (1L << chunkShift) - 1);
        long[] words = wordsOf(chunk);
        int base = baseOf(chunk);
        long rank = starts[chunk];
        for (int w = 0; w < within / Long.SIZE; w++) {
            rank += Long.bitCount(words[base + w]);
        }
        return rank + Long.bitCount(words[base + within / Long.SIZE] & (1L << within) - 1);
    }

    /** Walks the allowed cells from the one of this number on. */
    Walk from(long number) {
        return new Walk(number);
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

    /** Sets a bit for each allowed cell of the chunk and returns their number. */
    private long test(int chunk, long[] words, int base) {
        long first = (long) chunk << chunkShift;
        int count = (int) Math.min(1L << chunkShift, cells - first);
        Grid.Cursor cursor = grid.cursor(first * grid.block(axes), axes);
        long allowed = 0;
        for (int i = 0; i < count; i++) {
            if (constraint.allows(cursor.values())) {
                words[base + i / Long.SIZE] |= 1L << i;
                allowed++;
            }
            cursor.advance();
        }
        return allowed;
    }

    /** The chunk that holds the allowed cell of this number. */
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

    /** A place among the allowed cells. */
    final class Walk {
        private int chunk;
        private long[] words;
        private int word;

        /** The bits of the word from the current cell on. */
        private long ahead;

        private Walk(long number) {
            chunk = chunkOf(number);
            words = wordsOf(chunk);
            int rank = (int) (number - starts[chunk]);
            ahead = words[baseOf(chunk)];
            for (int ones = Long.bitCount(ahead); rank >= ones; ones = Long.bitCount(ahead)) {
                rank -= ones;
                ahead = words[baseOf(chunk) + ++word];
            }
            ahead &= -Long.expand(1L << rank, ahead); // drop the bits below the one of this rank
        }

        /** The cell. */
        long cell() {
            return ((long) chunk << chunkShift) + (long) word * Long.SIZE + Long.numberOfTrailingZeros(ahead);
        }

        /** How many allowed cells follow each other from this one on, as far as is known. */
        long run() {
            return Long.numberOfTrailingZeros(~(ahead >>> Long.numberOfTrailingZeros(ahead)));
        }

        /** Steps to the allowed cell after this {@link #run}, of which there must be one. */
        void leave() {
            ahead &= ahead + Long.lowestOneBit(ahead);
            while (ahead == 0) {
                if (++word == chunkWords()) {
                    word = 0;
                    words = wordsOf(++chunk);
                }
                ahead = words[baseOf(chunk) + word];
            }
        }
    }
}
