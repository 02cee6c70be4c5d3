package dev.winnow.replay.recording;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A block of a recording, where it lies. Little-endian:
 *
 * <pre>
 *  0  int        0x4B4C4257, "WBLK"
 *  4  int        kind, see {@link BlockKind}
 *  8  int        ordinal of the symbol
 * 12  int        ordinal of the strategy; of times 0
 * 16  int        values v: the strategy's parameters; of times 0
 * 20  int        bytes p of the payload
 * 24  v doubles  the setting's values
 *     int        CRC-32C of the payload
 *     int        CRC-32C of everything before
 *     p bytes    the payload
 * </pre>
 *
 * @param start where the block begins in the file
 * @param payload where its payload begins
 * @param length bytes of the payload
 * @param crc of the payload
 */
record Block(long start, BlockKind kind, RecordedSetting setting, long payload, int length, int crc) {
    private static final int MAGIC = 0x4B4C4257;
    private static final int FIXED = 24;
    private static final int MAX_VALUES = 1 << 16;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The bytes of a block. */
    static byte[] encode(BlockKind kind, RecordedSetting setting, byte[] payload) {
        double[] values = setting.values();
        int head = headBytes(values.length);
        ByteBuffer block = ByteBuffer.allocate(head + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(MAGIC)
                .putInt(kind.id())
                .putInt(setting.symbol())
                .putInt(setting.strategy())
                .putInt(values.length)
                .putInt(payload.length);
        for (double value : values) {
            block.putDouble(value);
        }
        block.putInt(crc(ByteBuffer.wrap(payload)));
        block.putInt(crc(block.duplicate().flip()));
        return block.put(payload).array();
    }

    private static int headBytes(int values) {
        return FIXED + Double.BYTES * values + 2 * Integer.BYTES;
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Where the next block begins. */
    long end() {
        return payload + length;
    }

    /**
     * The block at a place of a mapped file; its payload is not looked at.
     *
     * @return null when the file ends within the block
     * @throws DamagedSignalException when there is none
     */
    static @org.jspecify.annotations.Nullable Block at(MemorySegment file, long start, RecordingHead head) {
        long left = file.byteSize() - start;
        if (left < FIXED) {
            return null;
        }
        int values = file.get(INT, start + 16);
        int length = file.get(INT, start + 20);
        if (file.get(INT, start) != MAGIC || values < 0 || values > MAX_VALUES || length < 0) {
            throw new DamagedSignalException("no block");
        }
        int bytes = headBytes(values);
        if (left < bytes) {
            return null;
        }
        int checked = bytes - Integer.BYTES;
        if (file.get(INT, start + checked) != crc(file.asSlice(start, checked).asByteBuffer())) {
            throw new DamagedSignalException("a block whose head has another checksum");
        }
        double[] setting = new double[values];
        MemorySegment.copy(file, DOUBLE, start + FIXED, setting, 0, values);
        Block block = new Block(
                start,
                BlockKind.of(file.get(INT, start + 4)),
                new RecordedSetting(file.get(INT, start + 8), file.get(INT, start + 12), setting),
                start + bytes,
                length,
                file.get(INT, start + checked - Integer.BYTES));
        block.check(head);
        return left < bytes + (long) length ? null : block;
    }

    private void check(RecordingHead head) {
        boolean known = setting.symbol() >= 0
                && setting.symbol() < head.symbols().size()
                && setting.strategy() >= 0
                && (kind == BlockKind.TIME
                        ? setting.strategy() == 0 && setting.values().length == 0
                        : setting.strategy() < head.strategies().size()
                                && head.strategies().get(setting.strategy()).has(setting.values()));
        if (!known) {
            throw new DamagedSignalException("a block of a setting that there is none of");
        }
    }

    /**
     * The payload.
     *
     * @throws DamagedSignalException when its checksum is another
     */
    ByteBuffer payload(MemorySegment file) {
        ByteBuffer bytes = file.asSlice(payload, length).asByteBuffer();
        if (crc(bytes.duplicate()) != crc) {
            throw new DamagedSignalException("a block whose payload has another checksum");
        }
        return bytes;
    }
}
