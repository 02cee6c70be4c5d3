package dev.winnow.engine.store;

import dev.winnow.engine.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds a folder for one process: a lock of the operating system on the file {@code lock}, so that it ends with
 * the process however that dies. The file tells the holder's process id, and is empty when nobody holds it.
 */
public final class RunLock implements Closeable {
    static final String FILE = "lock";

    private final RandomAccessFile file;

    private RunLock(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Takes the lock of a run's folder.
     *
     * @throws UserError when another process holds it, naming that
     */
    static RunLock acquire(Path folder) throws IOException {
        return acquire(folder, "run", "sweep beside it with --force-new");
    }

    /**
     * Takes the lock.
     *
     * @param what is written into the folder, for the message
     * @param instead what to do but wait, likewise
     * @throws UserError when another process holds it, naming that
     */
    public static RunLock acquire(Path folder, String what, String instead) throws IOException {
        while (true) {
            RunLock lock = tryAcquire(folder);
            if (lock == null) {
                String holder = Files.readString(folder.resolve(FILE), StandardCharsets.US_ASCII);
                if (!holder.isEmpty()) {
                    throw new UserError(what + " " + folder + " is being written by process " + holder
                            + "; wait for that, or " + instead);
                }
                Thread.onSpinWait(); // it is about to say who it is, or has just let go
            } else if (Files.exists(folder.resolve(FILE))) {
                return lock;
            } else {
                lock.close();
                Files.createDirectories(folder); // it was removed in between
            }
        }
    }

    /** Whether some process holds the folder's lock; not where that cannot be told. */
    static boolean isHeld(Path folder) {
        if (!Files.isWritable(folder.resolve(FILE))) {
            return false;
        }
        try (RunLock lock = tryAcquire(folder)) {
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.setLength(0);
        }
    }

    private static @Nullable RunLock tryAcquire(Path folder) throws IOException {
        RandomAccessFile file = new RandomAccessFile(folder.resolve(FILE).toFile(), "rw");
        boolean locked = false;
        try {
            locked = tryLock(file) != null;
            if (!locked) {
                return null;
            }
            file.setLength(0);
            file.write(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
            return new RunLock(file);
        } finally {
            if (!locked) {
                file.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
