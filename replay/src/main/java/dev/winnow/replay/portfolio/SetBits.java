package dev.winnow.replay.portfolio;

/** Lists the bits that are set in words. Twins with the same outcome. */
sealed interface SetBits permits ScalarSetBits, VectorSetBits {
    /** Room behind the last listed bit that a twin may write to. */
    int SPARE = 64;

    /**
     * Stores the numbers of the bits that are set, in order, and returns the place behind the last.
     *
     * @param base added to each number
     * @param place where the first goes; the list has {@link #SPARE} elements from there on
     */
    int list(long word, int base, int[] list, int place);

    /**
     * Finds the words that are not 0 in one of two arrays.
     *
     * @param out long[words / 64], rounded up: a bit a word, overwritten
     * @return how many bits are set in one of the arrays or both
     */
    int words(long[] a, long[] b, int words, long[] out);
}
