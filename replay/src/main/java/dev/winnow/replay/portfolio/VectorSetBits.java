package dev.winnow.replay.portfolio;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Moves the numbers 0 to 63 of the set bits together in one instruction, and widens sixteen of them at a time. */
final class VectorSetBits implements SetBits {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_512;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_512;
    private static final ByteVector NUMBERS = ByteVector.zero(BYTES).addIndex(1);

    @Override
    public int list(long word, int base, int[] list, int place) {
        ByteVector set = NUMBERS.compress(VectorMask.fromLong(BYTES, word));
        int count = Long.bitCount(word);
        ((IntVector) set.convertShape(VectorOperators.B2I, INTS, 0)).add(base).intoArray(list, place);
        if (count > INTS.length()) {
            for (int part = 1; part * INTS.length() < count; part++) {
                ((IntVector) set.convertShape(VectorOperators.B2I, INTS, part))
                        .add(base)
                        .intoArray(list, place + part * INTS.length());
            }
        }
        return place + count;
    }

    @Override
    public int words(long[] a, long[] b, int words, long[] out) {
        LongVector counts = LongVector.zero(LONGS);
        for (int from = 0; from < words; from += Long.SIZE) {
            long found = 0;
            int to = Math.min(words, from + Long.SIZE);
            for (int i = from; i < to; i += LONGS.length()) {
                VectorMask<Long> inside = LONGS.indexInRange(i, to);
                LongVector word =
                        LongVector.fromArray(LONGS, a, i, inside).or(LongVector.fromArray(LONGS, b, i, inside));
                counts = counts.add(word.lanewise(VectorOperators.BIT_COUNT));
                found |= word.compare(VectorOperators.NE, 0).toLong() << i;
            }
            out[from >> 6] = found;
        }
        return (int) counts.reduceLanes(VectorOperators.ADD);
    }
}
