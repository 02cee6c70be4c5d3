package dev.winnow.engine.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file that says that a map is in use: locked while its user lives, deleted when it closes. One that exists and can be
 * locked was left by a user that died with the map open: the mark is the dirty marker.
 */
final class UserMark implements AutoCloseable {
    /**
     * Marks of this process are told by name and never opened: closing a channel on a file gives up the process's lock
     * on it, whoever took it.
     */
    private static final String PROCESS = UUID.randomUUID().toString();

    private final Path file;
    private final FileChannel channel;

    private UserMark(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Who else is there.
     *
     * @param live whether any user lives
     * @param left the marks of those that died
     */
    record Others(boolean live, List<Path> left) {
        /** Takes away the marks, once what they stand for is repaired. */
        void forget() throws IOException {
            for (Path mark : left) {
                Files.deleteIfExists(mark);
            }
        }
    }

    /** Marks the folder; only within the gate. */
    static UserMark set(Path folder) throws IOException {
        Path file = Files.createDirectories(marks(folder)).resolve(PROCESS + "." + UUID.randomUUID());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(file + " cannot be locked");
        }
        return new UserMark(file, channel);
    }

    /** Looks at all marks; only within the gate. */
    static Others others(Path folder) throws IOException {
        Path marks = marks(folder);
        if (!Files.isDirectory(marks)) {
            return new Others(false, List.of());
        }
        List<Path> left = new ArrayList<>();
        boolean live = false;
        try (Stream<Path> all = Files.list(marks)) {
            for (Path mark : all.toList()) {
                if (alive(mark)) {
                    live = true;
                } else {
                    left.add(mark);
                }
            }
        }
        return new Others(live, left);
    }

    private static boolean alive(Path mark) throws IOException {
        if (mark.getFileName().toString().startsWith(PROCESS)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false; // closed just now
        }
    }

    private static Path marks(Path folder) {
        return folder.resolve("users");
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
