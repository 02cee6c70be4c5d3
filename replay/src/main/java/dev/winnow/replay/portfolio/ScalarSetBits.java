package dev.winnow.replay.portfolio;

/** Takes the lowest bit off, again and again. */
final class ScalarSetBits implements SetBits {
    @Override
    public int list(long word, int base, int[] list, int place) {
        long rest = word;
        int next = place + Long.bitCount(word);
        // four at a time without asking whether there are as many: the branch is nearly always right
        for (int at = place; at < next; at += 4) {
            list[at] = base + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            list[at + 1] = base + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            list[at + 2] = base + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            list[at + 3] = base + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return next;
    }

    @Override
    public int words(long[] a, long[] b, int words, long[] out) {
        int count = 0;
        for (int from = 0; from < words; from += Long.SIZE) {
            long found = 0;
            for (int i = 0; i < Math.min(Long.SIZE, words - from); i++) {
                long word = a[from + i] | b[from + i];
                count += Long.bitCount(word);
                found |= (word == 0 ? 0L : 1L) << i;
            }
            out[from >> 6] = found;
        }
        return count;
    }
}
