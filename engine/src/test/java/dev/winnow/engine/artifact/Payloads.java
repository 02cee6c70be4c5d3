package dev.winnow.engine.artifact;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;

/** Payloads that say which key they belong to. */
final class Payloads {
    private Payloads() {}

    /** Bytes that do not pack. */
    static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Bytes that pack well. */
    static byte[] ramp(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int i = 0; bytes.remaining() >= Integer.BYTES; i++) {
            bytes.putInt(i / 16);
        }
        return bytes.array();
    }

    static ArtifactKey key(long number) {
        return ArtifactKey.of("test", "1", Map.of("number", number), "");
    }
}
