package dev.winnow.engine.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the frames of one file up to the first that is cut off or damaged. */
final class FrameFile implements Closeable {
    private final InputStream in;
    private long end;

    /**
     * Opens a file; none reads as an empty one.
     *
     * @param start where the first frame begins
     */
    FrameFile(Path file, long start) throws IOException {
        // not a channel: that would be closed under us when the thread is interrupted
        this.in = Files.exists(file)
                ? new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)
                : InputStream.nullInputStream();
        this.end = start;
        in.skipNBytes(Files.exists(file) ? start : 0);
    }

    /** The next frame, null when no whole one follows. */
    @Nullable
    Frame next() throws IOException {
        byte[] bytes = FrameCodec.read(in);
        if (bytes == null) {
            return null;
        }
        end += bytes.length;
        return FrameCodec.decode(bytes);
    }

    /** Byte after the last whole frame read. */
    long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
