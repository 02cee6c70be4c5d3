package dev.winnow.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a sequence of fields. Every field carries its length, so that ("ab", "c") and ("a", "bc") differ.
 * Numbers are little-endian and every NaN is the same one. Not thread-safe; done once {@link #hex()} was called.
 */
public final class Digest {
    private static final int CHUNK_DOUBLES = 1024;

    private final MessageDigest sha;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(CHUNK_DOUBLES * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    public Digest() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public Digest number(long value) {
        buffer.clear().putLong(value);
        sha.update(buffer.flip());
        return this;
    }

    public Digest text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public Digest bytes(byte[] bytes) {
        number(bytes.length);
        sha.update(bytes);
        return this;
    }

    public Digest numbers(double[] values) {
        number(values.length);
        for (int from = 0; from < values.length; from += CHUNK_DOUBLES) {
            buffer.clear();
            for (int i = from; i < Math.min(values.length, from + CHUNK_DOUBLES); i++) {
                buffer.putLong(Double.doubleToLongBits(values[i]));
            }
            sha.update(buffer.flip());
        }
        return this;
    }

    /** The digest: 64 lower-case hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
