package dev.winnow.engine.artifact;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The JDK's zlib at its default level: needs no library, reads everywhere. */
final class Zlib {
    private static final int CHUNK = 64 * 1024;

    private Zlib() {}

    static byte[] pack(byte[] payload) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(payload);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(payload.length / 2 + Long.BYTES);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        }
    }

    static byte[] unpack(byte[] packed, int from, int rawLength) {
        byte[] payload = new byte[rawLength];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, from, packed.length - from);
            int length = 0;
            while (length < rawLength) {
                int read = inflater.inflate(payload, length, rawLength - length);
                if (read == 0) {
                    throw new DamagedValueException("a zlib stream that ends after " + length + " of " + rawLength);
                }
                length += read;
            }
            return payload;
        } catch (DataFormatException e) {
            throw new DamagedValueException("not a zlib stream", e);
        }
    }
}
