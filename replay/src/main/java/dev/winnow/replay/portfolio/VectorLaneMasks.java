package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The planes of eight points turned so that a byte holds one bar of all: bit i is lane i. One thread's. First the bytes
 * of eight words change places, then, by the Vector API, the bits of each eight bytes (Warren, Hacker's Delight, 7-3).
 */
final class VectorLaneMasks {
    /** Place of the first bar's byte; the one before it is 0. */
    static final int FIRST = 1;

    private static final VectorSpecies<Long> SPECIES = VectorSpecies.of(long.class, VectorWidth.DOUBLES.vectorShape());

    /** Planes that are turned together. */
    static final int PLANES = 8;

    private byte[] masks = {};
    private long[] bytes = {};

    /**
     * The bytes of all bars from {@link #FIRST} on, valid until the next call.
     *
     * @param held as in {@link LaneGroup}
     * @param first the eight lanes from this one on are turned
     */
    byte[] turn(long[] held, int first, int bars) {
        int words = BitPlanes.words(bars);
        if (bytes.length < PLANES * words) {
            bytes = new long[PLANES * words];
            masks = new byte[FIRST + Long.BYTES * bytes.length];
        }
        for (int w = 0; w < words; w++) {
            turnBytes(held, LaneGroup.place(w, first), bytes, PLANES * w);
        }
        for (int i = 0; i < PLANES * words; i += SPECIES.length()) {
            LongVector x = LongVector.fromArray(SPECIES, bytes, i);
            x = swap(x, 7, 0x00AA00AA00AA00AAL);
            x = swap(x, 14, 0x0000CCCC0000CCCCL);
            x = swap(x, 28, 0x00000000F0F0F0F0L);
            x.reinterpretAsBytes().intoArray(masks, FIRST + Long.BYTES * i);
        }
        return masks;
    }

    /** Exchanges the bits under the mask with those so many places above them. */
    private static LongVector swap(LongVector x, int places, long mask) {
        LongVector t = x.lanewise(VectorOperators.LSHR, places)
                .lanewise(VectorOperators.XOR, x)
                .and(mask);
        return x.lanewise(VectorOperators.XOR, t)
                .lanewise(VectorOperators.XOR, t.lanewise(VectorOperators.LSHL, places));
    }

    /** Turns eight words that stand side by side: byte i of each goes to word i. */
    private static void turnBytes(long[] held, int from, long[] bytes, int at) {
        long a = held[from];
        long b = held[from + 1];
        long c = held[from + 2];
        long d = held[from + 3];
        long e = held[from + 4];
        long f = held[from + 5];
        long g = held[from + 6];
        long h = held[from + 7];
        long m = 0x00000000FFFFFFFFL;
        long ae = ((a >>> 32) ^ e) & m;
        long bf = ((b >>> 32) ^ f) & m;
        long cg = ((c >>> 32) ^ g) & m;
        long dh = ((d >>> 32) ^ h) & m;
        a ^= ae << 32;
        b ^= bf << 32;
        c ^= cg << 32;
        d ^= dh << 32;
        e ^= ae;
        f ^= bf;
        g ^= cg;
        h ^= dh;
        m = 0x0000FFFF0000FFFFL;
        long ac = ((a >>> 16) ^ c) & m;
        long bd = ((b >>> 16) ^ d) & m;
        long eg = ((e >>> 16) ^ g) & m;
        long fh = ((f >>> 16) ^ h) & m;
        a ^= ac << 16;
        b ^= bd << 16;
        e ^= eg << 16;
        f ^= fh << 16;
        c ^= ac;
        d ^= bd;
        g ^= eg;
        h ^= fh;
        m = 0x00FF00FF00FF00FFL;
        long ab = ((a >>> 8) ^ b) & m;
        long cd = ((c >>> 8) ^ d) & m;
        long ef = ((e >>> 8) ^ f) & m;
        long gh = ((g >>> 8) ^ h) & m;
        bytes[at + 0] = a ^ ab << 8;
        bytes[at + 1] = b ^ ab;
        bytes[at + 2] = c ^ cd << 8;
        bytes[at + 3] = d ^ cd;
        bytes[at + 4] = e ^ ef << 8;
        bytes[at + 5] = f ^ ef;
        bytes[at + 6] = g ^ gh << 8;
        bytes[at + 7] = h ^ gh;
    }
}
