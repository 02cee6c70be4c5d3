package dev.winnow.engine.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A payload as the outer tiers hold it: a header, then the packed bytes. Header, little-endian: format version (1 byte),
 * codec (1), raw and packed length in bytes (4 each), compute time in nanoseconds (8), milliseconds since 1970 of the writing and of
 * the end of its life (8 each, 0 for no end), CRC32C (4) over the key's hash, the header before it and the packed bytes:
 * a value under a key that is not its own is damaged too.
 */
final class StoredValue {
    static final int HEADER_BYTES = 38;

    private static final byte FORMAT = 1;
    private static final int RAW_LENGTH = 2;
    private static final int PACKED_LENGTH = 6;
    private static final int COMPUTE_NANOS = 10;
    private static final int WRITTEN_MILLIS = 18;
    private static final int EXPIRES_MILLIS = 26;
    private static final int CRC = 34;

    private final byte[] bytes;
    private final ByteBuffer view;

    private StoredValue(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Packs a payload; one that the codec does not make smaller is kept as it is.
     *
     * @param hash the key's 32 bytes
     * @param expiresMillis end of its life in milliseconds since 1970, or 0
     */
    static StoredValue seal(
            byte[] hash, Codec codec, byte[] payload, long computeNanos, long writtenMillis, long expiresMillis) {
        byte[] packed = codec.pack(payload);
        boolean smaller = packed.length < payload.length;
        byte[] body = smaller ? packed : payload;
        StoredValue value = new StoredValue(new byte[HEADER_BYTES + body.length]);
        value.view
                .put(FORMAT)
                .put((smaller ? codec : Codec.NONE).id())
                .putInt(payload.length)
                .putInt(body.length)
                .putLong(computeNanos)
                .putLong(writtenMillis)
                .putLong(expiresMillis);
        System.arraycopy(body, 0, value.bytes, HEADER_BYTES, body.length);
        value.view.putInt(CRC, value.crc(hash));
        return value;
    }

    /**
     * Checks stored bytes and takes them in without a copy.
     *
     * @throws DamagedValueException when they are not what was sealed under this hash
     */
    static StoredValue open(byte[] hash, byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new DamagedValueException(bytes.length + " bytes are no header");
        }
        StoredValue value = header(bytes);
        if (value.checksum() != value.crc(hash)) {
            throw new DamagedValueException("the checksum does not match");
        }
        if (bytes[0] != FORMAT) {
            throw new DamagedValueException("format " + bytes[0] + " is unknown");
        }
        return value;
    }

    /** A header, with or without packed bytes behind it; nothing is checked. */
    static StoredValue header(byte[] bytes) {
        return new StoredValue(bytes);
    }

    private int crc(byte[] hash) {
        CRC32C crc = new CRC32C();
        crc.update(hash);
        crc.update(bytes, 0, CRC);
        crc.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
        return (int) crc.getValue();
    }

    /** Header and packed bytes; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    Codec codec() {
        return Codec.ofId(bytes[1]);
    }

    int rawLength() {
        return view.getInt(RAW_LENGTH);
    }

    int packedLength() {
        return view.getInt(PACKED_LENGTH);
    }

    /** Bytes of header and packed payload. */
    long storedLength() {
        return HEADER_BYTES + (long) packedLength();
    }

    long computeNanos() {
        return view.getLong(COMPUTE_NANOS);
    }

    long writtenMillis() {
        return view.getLong(WRITTEN_MILLIS);
    }

    /** End of its life in milliseconds since 1970, or 0. */
    long expiresMillis() {
        return view.getLong(EXPIRES_MILLIS);
    }

    /** The checksum: tells writings of one key apart. */
    int checksum() {
        return view.getInt(CRC);
    }

    /**
     * The payload, unpacked.
     *
     * @throws DamagedValueException when it cannot be
     */
    byte[] payload() {
        return codec().unpack(bytes, HEADER_BYTES, rawLength());
    }
}
