package dev.winnow.engine.store;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs below a folder.
 *
 * @param folder the folder of all runs; it need not be there
 */
public record RunCatalog(Path folder) {
    /** All runs, by name. */
    public List<StoredRun> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().map(StoredRun::in).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * The run of that name, or in that folder.
     *
     * @throws UserError when there is none
     */
    public StoredRun find(String nameOrPath) {
        return StoredRun.in(folder.resolve(nameOrPath))
                .or(() -> StoredRun.in(Path.of(nameOrPath)))
                .orElseThrow(() -> new UserError("run '" + nameOrPath + "': no such run in " + folder
                        + Suggestion.of(
                                nameOrPath, all().stream().map(StoredRun::name).toList())));
    }

    /**
     * Removes a run with all that is in its folder.
     *
     * @throws UserError when a process is writing it
     */
    public static void remove(StoredRun run) throws IOException {
        RunLock lock = RunLock.acquire(run.folder());
        try {
            RunFolder.delete(run.folder());
        } finally {
            lock.close();
        }
    }
}
