package dev.winnow.replay.recording;

import dev.winnow.replay.signal.BitPlanes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A bit plane in as few bytes as it goes into: a byte that tells the form, then
 *
 * <pre>
 * 0  empty  nothing: no bar is set
 * 1  raw    the words, eight bytes each
 * 2  runs   an int that tells how many bytes follow: lengths of runs, the first of bars that are not set, each in
 *           groups of seven bits, the lowest first, the top bit set where another group follows
 * 3  zstd   an int that tells how many bytes follow: the words as a Zstandard frame
 * </pre>
 */
final class PlaneCodec {
    private PlaneCodec() {}

    static byte[] encode(long[] plane, int bars) {
        if (BitPlanes.count(plane) == 0) {
            return new byte[] {Form.EMPTY};
        }
        ByteBuffer words =
                ByteBuffer.allocate(Long.BYTES * BitPlanes.words(bars)).order(ByteOrder.LITTLE_ENDIAN);
        words.asLongBuffer().put(plane, 0, BitPlanes.words(bars));
        return Form.smallest(words.array(), runs(plane, bars));
    }

    private static byte[] runs(long[] plane, int bars) {
        Varints runs = new Varints();
        boolean set = false;
        int from = 0;
        while (from < bars) {
            int to = next(plane, bars, from, !set);
            runs.add(to - from);
            from = to;
            set = !set;
        }
        return runs.bytes();
    }

    /** The first bar from {@code from} on that is as asked; {@code bars} where there is none. */
    private static int next(long[] plane, int bars, int from, boolean set) {
        int word = from >>> 6;
        long rest = (set ? plane[word] : ~plane[word]) & -1L << from;
        while (rest == 0 && ++word < BitPlanes.words(bars)) {
            rest = set ? plane[word] : ~plane[word];
        }
        return rest == 0 ? bars : Math.min(bars, (word << 6) + Long.numberOfTrailingZeros(rest));
    }

    /**
     * The plane that was encoded, from where the buffer stands.
     *
     * @throws DamagedSignalException when it is none of so many bars
     */
    static long[] decode(ByteBuffer from, int bars) {
        long[] plane = new long[BitPlanes.words(bars)];
        switch (Form.read(from)) {
            case Form.EMPTY -> {}
            case Form.RUNS -> fill(plane, bars, Form.slice(from));
            case Form.RAW -> words(from, plane);
            case Form.ZSTD -> words(Form.unpacked(from, Long.BYTES * plane.length), plane);
            default -> throw new DamagedSignalException("a plane of an unknown form");
        }
        if ((plane[plane.length - 1] & ~BitPlanes.tailMask(bars)) != 0) {
            throw new DamagedSignalException("a plane with more than " + bars + " bars");
        }
        return plane;
    }

    private static void words(ByteBuffer from, long[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = from.getLong();
        }
    }

    private static void fill(long[] plane, int bars, ByteBuffer runs) {
        boolean set = false;
        int from = 0;
        while (runs.hasRemaining()) {
            int to = Math.addExact(from, Varints.next(runs));
            if (to > bars) {
                throw new DamagedSignalException("runs of more than " + bars + " bars");
            }
            for (int bar = from; set && bar < to; bar++) {
                BitPlanes.set(plane, bar);
            }
            from = to;
            set = !set;
        }
        if (from != bars) {
            throw new DamagedSignalException("runs of " + from + " bars instead of " + bars);
        }
    }
}
