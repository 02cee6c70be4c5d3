package dev.winnow.engine.artifact;

/** A payload that is its own value. */
final class RawBytes implements ArtifactType<byte[]> {
    @Override
    public long heapBytes(byte[] value) {
        return value.length;
    }

    @Override
    public byte[] encode(byte[] value) {
        return value;
    }

    @Override
    public byte[] decode(byte[] payload) {
        return payload;
    }
}
