package dev.winnow.engine.artifact;

import java.util.function.Supplier;

/** Where a workload asks for what it prepares: found where an earlier run or another process left it, or computed. */
public interface Artifacts {
    /** Computes at every call and keeps nothing. */
    Artifacts NONE = new Artifacts() {
        @Override
        public <T> T get(ArtifactKey key, ArtifactType<T> type, Supplier<? extends T> compute) {
            return compute.get();
        }
    };

    /**
     * The artifact of this key. Bit for bit what {@code compute} gives, wherever it comes from; shared, so nobody may
     * write to it.
     *
     * @param compute makes it when it is nowhere; what it throws is thrown here, and nothing is kept
     */
    <T> T get(ArtifactKey key, ArtifactType<T> type, Supplier<? extends T> compute);
}
