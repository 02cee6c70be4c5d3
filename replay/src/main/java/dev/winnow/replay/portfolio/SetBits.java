package dev.winnow.replay.portfolio;

/** Lists the bits that are set in a word. Twins with the same outcome. */
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
}
