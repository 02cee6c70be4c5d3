package dev.winnow.engine.artifact;

/** How a payload is packed. The id stands in every stored value: never change or reuse one. */
public enum Codec {
    NONE(0),
    LZ4(1),
    ZSTD(2),
    ZLIB(3);

    private final byte id;

    Codec(int id) {
        this.id = (byte) id;
    }

    byte id() {
        return id;
    }

    /**
     * The codec of this id.
     *
     * @throws DamagedValueException when there is none
     */
    static Codec ofId(byte id) {
        for (Codec codec : values()) {
            if (codec.id == id) {
                return codec;
            }
        }
        throw new DamagedValueException("codec " + id + " is unknown");
    }

    /** The packed payload: a new array, or the payload itself. */
    public byte[] pack(byte[] payload) {
        return switch (this) {
            case NONE -> payload;
            case LZ4 -> Lz4.pack(payload);
            case ZSTD -> Zstandard.pack(payload);
            case ZLIB -> Zlib.pack(payload);
        };
    }

    /**
     * The payload that gave these bytes.
     *
     * @param packed the packed bytes, from {@code from} to the end
     * @param rawLength length of the payload in bytes
     * @throws DamagedValueException when they are not {@code rawLength} bytes packed by this codec
     */
    public byte[] unpack(byte[] packed, int from, int rawLength) {
        return switch (this) {
            case NONE -> Stored.unpack(packed, from, rawLength);
            case LZ4 -> Lz4.unpack(packed, from, rawLength);
            case ZSTD -> Zstandard.unpack(packed, from, rawLength);
            case ZLIB -> Zlib.unpack(packed, from, rawLength);
        };
    }
}
