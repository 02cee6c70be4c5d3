package dev.winnow.engine.store;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** Packs points into the bytes of frames, as {@link FrameCodec} says. Owns scratch memory, used by one thread at a time. */
final class FramePacker {
    /** Quicker by several times than level 1, and hardly larger once the columns are coded. */
    private static final int LEVEL = -5;

    private byte[] plain = {};
    private byte[] packed = {};

    /** The points as a frame, compressed only if asked for and smaller so. Equal points are equal bytes. */
    byte[] pack(FrameRows rows, boolean compress) {
        SortedMap<Integer, String> failures = rows.failures();
        int length = failures(failures, columns(rows));
        if (compress) {
            int most = (int) Zstd.compressBound(length);
            packed = packed.length < most ? new byte[most] : packed;
            int stored = (int) Zstd.compressByteArray(packed, 0, most, plain, 0, length, LEVEL);
            if (stored < length) {
                return frame(rows, failures.size(), FrameCodec.ZSTANDARD, length, packed, stored);
            }
        }
        return frame(rows, failures.size(), FrameCodec.PLAIN, length, plain, length);
    }

    private static byte[] frame(FrameRows rows, int failed, int codec, int length, byte[] payload, int stored) {
        byte[] bytes = new byte[FrameCodec.HEADER_BYTES + stored + Integer.BYTES];
        FrameCodec.littleEndian(bytes)
                .putInt(FrameCodec.MAGIC)
                .putInt(FrameCodec.VERSION)
                .putInt(codec)
                .putInt(rows.group())
                .putLong(rows.first())
                .putInt(rows.count())
                .putInt(rows.columns())
                .putInt(failed)
                .putInt(length)
                .putInt(stored)
                .put(payload, 0, stored);
        FrameCodec.seal(bytes);
        return bytes;
    }

    /** Writes the columns to the scratch memory and returns where they end. */
    private int columns(FrameRows rows) {
        int most = rows.columns() * ColumnCodec.most(rows.count()) + ColumnCodec.SLACK;
        plain = plain.length < most ? new byte[most] : plain;
        int count = rows.count();
        double[] values = rows.batch().values();
        int axes = rows.batch().axes();
        int end = 0;
        for (int a = 0; a < axes; a++) {
            int at = rows.from() * axes + a;
            end = ColumnCodec.encode(values, at, axes, count, ColumnCodec.lag(values, at, axes, count), plain, end);
        }
        double[] found = rows.outcome().values();
        int metrics = rows.outcome().metrics();
        for (int m = 0; m < metrics; m++) {
            end = ColumnCodec.encode(found, rows.from() * metrics + m, metrics, count, 1, plain, end);
        }
        return end;
    }

    /** Writes failed points behind the columns and returns where they end. */
    private int failures(SortedMap<Integer, String> failures, int from) {
        int end = from;
        for (Map.Entry<Integer, String> failure : failures.entrySet()) {
            byte[] cause = failure.getValue().getBytes(StandardCharsets.UTF_8);
            int needed = end + 2 * Integer.BYTES + cause.length;
            plain = plain.length < needed ? Arrays.copyOf(plain, 2 * needed) : plain;
            ByteBuffer out = FrameCodec.littleEndian(plain).position(end);
            out.putInt(failure.getKey()).putInt(cause.length).put(cause);
            end = needed;
        }
        return end;
    }
}
