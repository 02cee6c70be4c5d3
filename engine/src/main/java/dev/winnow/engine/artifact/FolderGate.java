package dev.winnow.engine.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Held while a store's folder is opened, repaired or rebuilt: one holder among all processes, let go when it dies. */
final class FolderGate implements AutoCloseable {
    /** Longer than an honest holder takes; a stopped one must not stop others. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    /** File locks are the process's: its threads need one of their own. */
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final Path folder;
    private final FileChannel channel;

    private FolderGate(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and enters.
     *
     * @throws TierStuckException when another holder does not leave
     * @throws UncheckedIOException when the folder cannot be written to
     */
    static FolderGate enter(Path folder) {
        lockInProcess();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("gate"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                lock(channel);
                return new FolderGate(folder, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            IN_PROCESS.unlock();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            IN_PROCESS.unlock();
            throw e;
        }
    }

    private static void lockInProcess() {
        try {
            if (IN_PROCESS.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw stuck();
    }

    private static void lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw stuck();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            lock = channel.tryLock();
        }
    }

    /** A file to write before it is moved to its place: a name that only the holder uses. */
    Path scratch(String name) {
        return folder.resolve(name + ".part");
    }

    private static TierStuckException stuck() {
        return new TierStuckException("another process has been opening the store for " + PATIENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IN_PROCESS.unlock();
        }
    }
}
