package dev.winnow.replay.recording;

import dev.winnow.engine.artifact.Codec;
import dev.winnow.engine.artifact.DamagedValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a column's bytes are packed. The numbers stand in every recording: never change or reuse one. */
final class Form {
    static final byte EMPTY = 0;
    static final byte RAW = 1;
    static final byte RUNS = 2;
    static final byte ZSTD = 3;

    private Form() {}

    /** The form's byte and the column in the smallest of three forms; of equally small ones the first. */
    static byte[] smallest(byte[] raw, byte[] runs) {
        byte[] zstd = Codec.ZSTD.pack(raw);
        int packed = Math.min(zstd.length, runs.length) + Integer.BYTES;
        if (raw.length <= packed) {
            return ByteBuffer.allocate(1 + raw.length).put(RAW).put(raw).array();
        }
        boolean run = runs.length <= zstd.length;
        return ByteBuffer.allocate(1 + packed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(run ? RUNS : ZSTD)
                .putInt(packed - Integer.BYTES)
                .put(run ? runs : zstd)
                .array();
    }

    static byte read(ByteBuffer from) {
        return from.get();
    }

    /** The bytes that follow, by the int before them. */
    static ByteBuffer slice(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new DamagedSignalException("a column longer than its block");
        }
        ByteBuffer slice = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return slice;
    }

    /** The bytes that were packed by Zstandard and follow. */
    static ByteBuffer unpacked(ByteBuffer from, int rawLength) {
        ByteBuffer slice = slice(from);
        byte[] packed = new byte[slice.remaining()];
        slice.get(packed);
        try {
            return ByteBuffer.wrap(Codec.ZSTD.unpack(packed, 0, rawLength)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (DamagedValueException e) {
            throw new DamagedSignalException("a column that is " + e.getMessage(), e);
        }
    }
}
