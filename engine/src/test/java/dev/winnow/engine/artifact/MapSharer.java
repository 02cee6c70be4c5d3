package dev.winnow.engine.artifact;

import java.nio.file.Path;

/** Ends well if it finds number 1, which another process keeps; keeps number 2. */
final class MapSharer {
    private MapSharer() {}

    public static void main(String[] args) {
        try (ArtifactStore store = new ArtifactStore(MapWriter.settings(Path.of(args[0])))) {
            store.get(Payloads.key(1), ArtifactType.BYTES, Computations.none());
            store.get(Payloads.key(2), ArtifactType.BYTES, () -> MapWriter.payload(2));
        }
    }
}
