package dev.winnow.engine.artifact;

/**
 * A value in the heap.
 *
 * @param value what was computed or decoded
 * @param type the type it is of
 * @param bytes what it weighs
 * @param computeNanos what computing it took
 * @param expiresMillis end of its life in milliseconds since 1970, or 0
 */
record Held(Object value, ArtifactType<?> type, long bytes, long computeNanos, long expiresMillis) {
    static <T> Held of(T value, ArtifactType<T> type, long computeNanos, long expiresMillis) {
        return new Held(value, type, type.heapBytes(value), computeNanos, expiresMillis);
    }

    /**
     * The value, which was kept as this type.
     *
     * @throws IllegalArgumentException when it was kept as another
     */
    <T> T as(ArtifactType<T> wanted) {
        if (wanted != type) {
            throw new IllegalArgumentException("an artifact asked for as another type than it was kept as");
        }
        @SuppressWarnings("unchecked") // of() takes only a value of its type
        T typed = (T) value;
        return typed;
    }
}
