package dev.winnow.engine.artifact;

import java.io.IOException;
import java.nio.file.Path;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ExternalMapQueryContext;

/** Locks the part of the map where number 1 lies, says so, and keeps it locked until it is killed. */
final class MapLocker {
    private MapLocker() {}

    public static void main(String[] args) {
        StoreSettings settings = MapWriter.settings(Path.of(args[0]));
        FileTier tier = new FileTier(settings.folder().orElseThrow(), settings.fileBytes(), settings.clock());
        tier.with(MapLocker::lock);
    }

    private static int lock(ChronicleMap<byte[], byte[]> map) {
        byte[] key = PartKey.head(Payloads.key(1).bytes());
        try (ExternalMapQueryContext<byte[], byte[], ?> context = map.queryContext(key)) {
            context.writeLock().lock();
            System.out.println("locked");
            return System.in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
