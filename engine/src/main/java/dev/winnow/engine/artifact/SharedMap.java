package dev.winnow.engine.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;

/**
 * The map file of a folder, opened beside any other processes that use it. A map that a dead process left is recovered
 * first, but never beside a live user; one that cannot be recovered or opened is thrown away: it is a cache.
 */
final class SharedMap implements AutoCloseable {
    /** Bytes of value in an entry at most: what is larger is split. */
    static final int PART_BYTES = 64 * 1024;

    private static final String FILE = "artifacts-1.map";
    private static final int AVERAGE_VALUE_BYTES = 1024;

    /** A map starts this many times smaller than it may grow: all of its first part is touched when it is made. */
    private static final int GROWTH = 32;

    private static final long LEAST_BYTES = 1024 * 1024;
    private static final long SEGMENT_BYTES = 4 * 1024 * 1024;
    private static final int MAX_SEGMENTS = 32;

    /** Bytes of file for a byte of entries: slots, checksums, sizes. */
    private static final double OVERHEAD = 1.15;

    private final UserMark mark;
    private final ChronicleMap<byte[], byte[]> map;

    private SharedMap(UserMark mark, ChronicleMap<byte[], byte[]> map) {
        this.mark = mark;
        this.map = map;
    }

    /** The file in this folder. */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    /**
     * Opens the folder's map, or makes one.
     *
     * @param maxBytes how large the file may grow, about; a present file keeps the bound that it was made with
     */
    static SharedMap open(Path folder, long maxBytes) {
        try (FolderGate gate = FolderGate.enter(folder)) {
            return open(gate, folder, maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // the gate only proves that it is held
    private static SharedMap open(FolderGate gate, Path folder, long maxBytes) throws IOException {
        ChronicleMapBuilder<byte[], byte[]> builder = builder(maxBytes / GROWTH, maxBytes);
        UserMark.Others others = UserMark.others(folder);
        if (!others.live() && !others.left().isEmpty()) {
            recover(builder, file(folder));
            others.forget();
        }
        UserMark mark = UserMark.set(folder);
        try {
            return new SharedMap(mark, create(builder, file(folder), !others.live()));
        } catch (IOException | RuntimeException | Error e) {
            mark.close();
            throw e;
        }
    }

    private static ChronicleMap<byte[], byte[]> create(
            ChronicleMapBuilder<byte[], byte[]> builder, Path file, boolean alone) throws IOException {
        try {
            return builder.createPersistedTo(file.toFile());
        } catch (IOException | RuntimeException | AssertionError e) {
            if (!alone || !Files.deleteIfExists(file)) {
                throw e;
            }
            return builder.createPersistedTo(file.toFile());
        }
    }

    private static void recover(ChronicleMapBuilder<byte[], byte[]> builder, Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            builder.recoverPersistedTo(file.toFile(), false).close();
        } catch (Exception | AssertionError | InternalError e) {
            Files.deleteIfExists(file);
        }
    }

    private static ChronicleMapBuilder<byte[], byte[]> builder(long firstBytes, long maxBytes) {
        long first = Math.max(LEAST_BYTES, firstBytes);
        long segments = Math.clamp(first / SEGMENT_BYTES, 1, MAX_SEGMENTS);
        return ChronicleMapBuilder.of(byte[].class, byte[].class)
                .name("artifacts")
                .constantKeySizeBySample(new byte[PartKey.BYTES])
                .averageValueSize(AVERAGE_VALUE_BYTES)
                .entries(first / AVERAGE_VALUE_BYTES)
                .actualSegments((int) Long.highestOneBit(segments))
                // the builder allows one more times the first size than the factor says
                .maxBloatFactor(Math.clamp(maxBytes / OVERHEAD / first - 1, 1, 1000))
                .putReturnsNull(true)
                .removeReturnsNull(true);
    }

    /**
     * Writes the folder's values into a new file, which gives back the room of removed ones; with the map closed here.
     *
     * @param bytes about how large the new file may be to start with
     * @param maxBytes about how large it may grow
     * @return whether it was done: not while others use the map
     */
    static boolean rebuild(Path folder, long bytes, long maxBytes) {
        try (FolderGate gate = FolderGate.enter(folder)) {
            UserMark.Others others = UserMark.others(folder);
            if (others.live()) {
                return false;
            }
            Path rebuilt = gate.scratch(FILE);
            Files.deleteIfExists(rebuilt);
            try (SharedMap old = open(gate, folder, maxBytes);
                    ChronicleMap<byte[], byte[]> copy = builder(Math.min(bytes, maxBytes) / GROWTH, maxBytes)
                            .createPersistedTo(rebuilt.toFile())) {
                old.map.forEach(copy::put);
            }
            Files.move(rebuilt, file(folder), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChronicleMap<byte[], byte[]> map() {
        return map;
    }

    @Override
    public void close() {
        try (mark) {
            map.close();
        }
    }
}
