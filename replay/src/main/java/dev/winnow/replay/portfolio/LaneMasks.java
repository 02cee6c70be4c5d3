package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The planes of eight points turned so that a byte holds one bar of all: bit i is lane i. One thread's. */
final class LaneMasks {
    /** Place of the first bar's byte; the one before it is 0. */
    static final int FIRST = 1;

    private static final VarHandle EIGHT_BARS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Planes that are turned together. */
    static final int PLANES = 8;

    private byte[] masks = {};

    /**
     * The bytes of all bars from {@link #FIRST} on, valid until the next call.
     *
     * @param planes long[words] each
     * @param first the eight from this one on are turned
     */
    byte[] turn(long[][] planes, int first, int bars) {
        int words = BitPlanes.words(bars);
        if (masks.length < FIRST + 64 * words) {
            masks = new byte[FIRST + 64 * words];
        }
        for (int w = 0; w < words; w++) {
            turn(planes, first, w, masks, FIRST + 64 * w);
        }
        return masks;
    }

    /** Turns one word of each plane: first the bytes of the eight words, then the bits of each eight bytes. */
    private static void turn(long[][] planes, int first, int w, byte[] masks, int at) {
        long a = planes[first][w];
        long b = planes[first + 1][w];
        long c = planes[first + 2][w];
        long d = planes[first + 3][w];
        long e = planes[first + 4][w];
        long f = planes[first + 5][w];
        long g = planes[first + 6][w];
        long h = planes[first + 7][w];
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
        put(masks, at, a ^ ab << 8);
        put(masks, at + 8, b ^ ab);
        put(masks, at + 16, c ^ cd << 8);
        put(masks, at + 24, d ^ cd);
        put(masks, at + 32, e ^ ef << 8);
        put(masks, at + 40, f ^ ef);
        put(masks, at + 48, g ^ gh << 8);
        put(masks, at + 56, h ^ gh);
    }

    /** Turns eight bytes of eight bits (Warren, Hacker's Delight, 7-3) and stores them. */
    private static void put(byte[] masks, int at, long bytes) {
        long x = bytes;
        long t = (x ^ (x >>> 7)) & 0x00AA00AA00AA00AAL;
        x ^= t ^ (t << 7);
        t = (x ^ (x >>> 14)) & 0x0000CCCC0000CCCCL;
        x ^= t ^ (t << 14);
        t = (x ^ (x >>> 28)) & 0x00000000F0F0F0F0L;
        x ^= t ^ (t << 28);
        EIGHT_BARS.set(masks, at, x);
    }
}
