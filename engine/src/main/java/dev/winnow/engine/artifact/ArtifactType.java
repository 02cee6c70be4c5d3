package dev.winnow.engine.artifact;

/**
 * How a kind of artifact becomes bytes and comes back. Values are shared between callers and not copied: nobody may
 * write to one that a store has handed out or taken in.
 */
public interface ArtifactType<T> {
    /** Bytes as they are. */
    ArtifactType<byte[]> BYTES = new RawBytes();

    /** Columns of doubles, double[column][row], of any lengths; every bit pattern of NaN survives. */
    ArtifactType<double[][]> DOUBLES = ColumnType.ofDoubles();

    /** Columns of longs, long[column][word], of any lengths: bit planes, indices, times. */
    ArtifactType<long[][]> LONGS = ColumnType.ofLongs();

    /** Bytes that the value takes in the heap, about. */
    long heapBytes(T value);

    /** The value as a payload. */
    byte[] encode(T value);

    /**
     * The value that gave this payload.
     *
     * @throws IllegalArgumentException when the payload is of another type
     */
    T decode(byte[] payload);
}
