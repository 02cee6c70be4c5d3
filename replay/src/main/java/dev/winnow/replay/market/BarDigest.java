package dev.winnow.replay.market;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of bars: one byte 1 if timed else 0, the number of bars as a long, then time, open, high, low, close and
 * volume, each whole, eight bytes a value (a double as its IEEE bits), all little-endian. The symbol is no part of it.
 */
final class BarDigest {
    private static final int CHUNK = 1 << 10;

    private BarDigest() {}

    static String of(Bars bars) {
        MessageDigest sha = sha256();
        ByteBuffer head = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        sha.update(head.put((byte) (bars.timed() ? 1 : 0)).putLong(bars.size()).flip());
        ByteBuffer chunk = ByteBuffer.allocate(8 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        long[] time = bars.time();
        for (int from = 0; from < time.length; from += CHUNK) {
            int count = Math.min(CHUNK, time.length - from);
            chunk.clear().asLongBuffer().put(time, from, count);
            sha.update(chunk.limit(8 * count));
        }
        update(sha, chunk, bars.open());
        update(sha, chunk, bars.high());
        update(sha, chunk, bars.low());
        update(sha, chunk, bars.close());
        update(sha, chunk, bars.volume());
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void update(MessageDigest sha, ByteBuffer chunk, double[] column) {
        for (int from = 0; from < column.length; from += CHUNK) {
            int count = Math.min(CHUNK, column.length - from);
            chunk.clear().asDoubleBuffer().put(column, from, count);
            sha.update(chunk.limit(8 * count));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
