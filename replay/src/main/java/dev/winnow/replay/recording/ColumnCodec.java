package dev.winnow.replay.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A column of items of the same width in as few bytes as it goes into: a byte that tells the form, then
 *
 * <pre>
 * 1  raw   the items, the lowest byte first
 * 2  runs  an int that tells how many bytes follow: how many items are equal, as a {@link Varints} number, and the item,
 *          time and again
 * 3  zstd  an int that tells how many bytes follow: a Zstandard frame of the first bytes of all items, then their second
 *          bytes, and so on
 * </pre>
 */
final class ColumnCodec {
    private ColumnCodec() {}

    /** @param items whole items of {@code width} bytes */
    static byte[] encode(byte[] items, int width) {
        byte[] shuffled = new byte[items.length];
        int count = items.length / width;
        for (int i = 0; i < items.length; i++) {
            shuffled[i % width * count + i / width] = items[i];
        }
        byte[] smallest = Form.smallest(shuffled, runs(items, width));
        if (smallest[0] == Form.RAW) {
            System.arraycopy(items, 0, smallest, 1, items.length);
        }
        return smallest;
    }

    private static byte[] runs(byte[] items, int width) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        while (from < items.length) {
            int to = from + width;
            while (to < items.length && java.util.Arrays.equals(items, from, from + width, items, to, to + width)) {
                to += width;
            }
            Varints length = new Varints();
            length.add((to - from) / width);
            bytes.writeBytes(length.bytes());
            bytes.write(items, from, width);
            from = to;
        }
        return bytes.toByteArray();
    }

    /**
     * The items that were encoded, from where the buffer stands.
     *
     * @throws DamagedSignalException when they are not {@code count} items of {@code width} bytes
     */
    static ByteBuffer decode(ByteBuffer from, int count, int width) {
        byte[] items = new byte[Math.multiplyExact(count, width)];
        switch (Form.read(from)) {
            case Form.RAW -> from.get(items);
            case Form.RUNS -> fill(items, width, Form.slice(from));
            case Form.ZSTD -> {
                ByteBuffer shuffled = Form.unpacked(from, items.length);
                for (int i = 0; i < items.length; i++) {
                    items[i] = shuffled.get(i % width * count + i / width);
                }
            }
            default -> throw new DamagedSignalException("a column of an unknown form");
        }
        return ByteBuffer.wrap(items).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void fill(byte[] items, int width, ByteBuffer runs) {
        int at = 0;
        byte[] item = new byte[width];
        while (runs.hasRemaining()) {
            int count = Varints.next(runs);
            runs.get(item);
            if (count > (items.length - at) / width) {
                throw new DamagedSignalException("runs of more than " + items.length / width + " items");
            }
            for (int i = 0; i < count; i++, at += width) {
                System.arraycopy(item, 0, items, at, width);
            }
        }
        if (at != items.length) {
            throw new DamagedSignalException("runs of " + at / width + " items instead of " + items.length / width);
        }
    }
}
