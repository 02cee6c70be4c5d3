package dev.winnow.engine.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A column of numbers as bytes, little-endian: each number's bits are combined by exclusive or with those of a number
 * before it, and the bytes that are then 0 at one end are left out.
 *
 * <pre>
 * int32            lag, L: how many numbers before stands the one to combine with
 * (N + 1) / 2      codes of 4 bits, the lower half of a byte first: 0 for the same bits; 1 to 8 for so many bytes from
 *                  the lowest on; 9 to 15 for 1 to 7 bytes up to the highest
 * the bytes of all numbers
 * </pre>
 *
 * The first number is combined with 0, and those before the L-th with the number just before. After the idea of Pelkonen
 * and others, "Gorilla: A Fast, Scalable, In-Memory Time Series Database" (2015), with whole bytes in place of bits.
 */
final class ColumnCodec {
    /** Bytes behind a column that may be read or written but mean nothing. */
    static final int SLACK = Long.BYTES;

    /** No longer lag is looked for. */
    private static final int MAX_LAG = 1024;

    /** A lag is one that holds for so many numbers. */
    private static final int REPEATED = 8;

    private static final int WHOLE = Long.BYTES;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ColumnCodec() {}

    /** The most bytes that so many numbers take. */
    static int most(int count) {
        return Integer.BYTES + (count + 1) / 2 + count * Double.BYTES;
    }

    /**
     * Writes a column from {@code position} on and returns where it ends. Every NaN becomes the same one.
     *
     * @param lag how many numbers before stands the one to combine with, at least 1
     * @param rows double[at + (count - 1) * width + 1] at least: the first number at {@code at}, the next {@code width} on
     * @param into byte[position + {@link #most} + {@link #SLACK}] at least
     */
    static int encode(double[] rows, int at, int width, int count, int lag, byte[] into, int position) {
        INT.set(into, position, lag);
        int codes = position + Integer.BYTES;
        int end = codes + (count + 1) / 2;
        long before = 0;
        int place = at;
        for (int i = 0; i < count; i += 2) {
            long bits = Double.doubleToLongBits(rows[place]);
            long changed = bits ^ (i < lag ? before : Double.doubleToLongBits(rows[place - lag * width]));
            int low = code(changed);
            LONG.set(into, end, changed >>> shift(low));
            end += bytes(low);
            before = bits;
            place += width;
            int high = 0;
            if (i + 1 < count) {
                bits = Double.doubleToLongBits(rows[place]);
                changed = bits ^ (i + 1 < lag ? before : Double.doubleToLongBits(rows[place - lag * width]));
                high = code(changed);
                LONG.set(into, end, changed >>> shift(high));
                end += bytes(high);
                before = bits;
                place += width;
            }
            into[codes + i / 2] = (byte) (low | (high << 4));
        }
        return end;
    }

    /**
     * Reads a column from {@code position} on and returns where it ends.
     *
     * @param from the column's bytes and {@link #SLACK} more
     */
    static int decode(byte[] from, int position, double[] column) {
        int lag = (int) INT.get(from, position);
        int codes = position + Integer.BYTES;
        int end = codes + (column.length + 1) / 2;
        long before = 0;
        for (int i = 0; i < column.length; i++) {
            int code = (from[codes + i / 2] >>> (4 * (i & 1))) & 0xF;
            int bytes = bytes(code);
            long kept = bytes == 0 ? 0 : (long) LONG.get(from, end) & (-1L >>> (Long.SIZE - Byte.SIZE * bytes));
            long base = i < lag ? before : Double.doubleToRawLongBits(column[i - lag]);
            before = base ^ (kept << shift(code));
            column[i] = Double.longBitsToDouble(before);
            end += bytes;
        }
        return end;
    }

    /** After how many numbers a column seems to begin anew; 1 where it does not. */
    static int lag(double[] rows, int at, int width, int count) {
        for (int lag = 1; lag <= Math.min(MAX_LAG, count - REPEATED); lag++) {
            if (rows[at + lag * width] == rows[at] && repeats(rows, at, width, lag)) {
                return lag;
            }
        }
        return 1;
    }

    private static boolean repeats(double[] rows, int at, int width, int lag) {
        for (int i = at; i < at + REPEATED * width; i += width) {
            if (rows[i] != rows[i + lag * width]) {
                return false;
            }
        }
        return true;
    }

    private static int code(long changed) {
        int lead = Long.numberOfLeadingZeros(changed) / Byte.SIZE;
        int trail = Long.numberOfTrailingZeros(changed) / Byte.SIZE;
        return WHOLE - Math.max(lead, trail) + (trail > lead ? WHOLE : 0);
    }

    private static int bytes(int code) {
        return code > WHOLE ? code - WHOLE : code;
    }

    /** Bits below those that are kept. */
    private static int shift(int code) {
        return code > WHOLE ? Byte.SIZE * (2 * WHOLE - code) : 0;
    }
}
