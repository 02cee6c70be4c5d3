package dev.winnow.engine.store;

import dev.winnow.engine.UserError;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Appends a run's points to its folder, so that what was accepted survives the death of the process. Full frames go to
 * {@code results.part}: within a group a frame ends where the next point's index is a multiple of 4096, or at the end
 * of the group, so that batches and stops do not show in its bytes. Points of a frame that is not full yet go batch by
 * batch to {@code results.tail}, which is written anew from its beginning when the frame is written: a reader tells
 * what is left there of older points by their indices. {@code results.bin} is the finished file.
 */
final class ResultsWriter implements Closeable {
    static final String RESULTS = "results.bin";
    static final String PART = "results.part";
    static final String TAIL = "results.tail";

    private final Path folder;
    private final ResultsLayout layout;
    private final FramePacker packer = new FramePacker();
    private final FrameBuffer buffer;
    private final RandomAccessFile part;
    private final RandomAccessFile tail;
    private int group;

    /** Index of the first point of the buffer. */
    private long first;

    /** Points of the buffer that the tail holds. */
    private int kept;

    private ResultsWriter(Path folder, ResultsLayout layout) throws IOException {
        this.folder = folder;
        this.layout = layout;
        this.buffer = new FrameBuffer(layout);
        this.part = new RandomAccessFile(folder.resolve(PART).toFile(), "rw");
        this.tail = new RandomAccessFile(folder.resolve(TAIL).toFile(), "rw");
    }

    /**
     * Goes on after the last sound point in the folder, cutting off what is damaged.
     *
     * @throws UserError when the folder's results have other columns
     */
    static ResultsWriter open(Path folder, ResultsLayout layout) throws IOException {
        Path whole = folder.resolve(RESULTS);
        if (Files.exists(whole)) {
            Files.move(whole, folder.resolve(PART), StandardCopyOption.ATOMIC_MOVE);
        }
        ResultsWriter writer = new ResultsWriter(folder, layout);
        try {
            writer.recover();
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    /** Ordinal of the group of the next point. */
    int group() {
        return group;
    }

    /** Index of the next point in its group. */
    long next() {
        return first + buffer.count();
    }

    boolean complete() {
        return group == layout.symbols().size();
    }

    /**
     * Appends the batch's points, which follow those before.
     *
     * @param whole the frames that lie in the batch as a whole, packed
     */
    void accept(int groupOfBatch, Batch batch, Outcome outcome, List<byte[]> whole) {
        if (groupOfBatch != group || batch.first() != next()) {
            throw new IllegalStateException("point " + batch.first() + " of group " + groupOfBatch + " after point "
                    + (next() - 1) + " of group " + group);
        }
        try {
            Iterator<byte[]> packed = whole.iterator();
            for (int from = 0; from < batch.count(); ) {
                long end = layout.frameEnd(first);
                int to = (int) Math.min(batch.count(), from + (end - next()));
                if (buffer.count() == 0 && from + (end - first) == to) {
                    writeFrame(packed.next(), end);
                } else {
                    buffer.add(batch, outcome, from, to);
                    if (next() == end) {
                        writeFrame(packer.pack(buffer.rows(group, first, 0), layout.compressed()), end);
                    }
                }
                from = to;
            }
            writeTail();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Puts the finished file in its place. */
    void finish() throws IOException {
        if (!complete()) {
            throw new IllegalStateException("points from " + next() + " of group " + group + " are missing");
        }
        close();
        Files.move(folder.resolve(PART), folder.resolve(RESULTS), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(folder.resolve(TAIL));
    }

    @Override
    public void close() throws IOException {
        try (part;
                tail) {
            // both are closed, whichever fails
        }
    }

    private void recover() throws IOException {
        try (ResultsReader reader = ResultsReader.open(folder).orElse(null)) {
            if (reader == null) {
                begin();
                return;
            }
            if (!reader.layout().equals(layout)) {
                throw new UserError(
                        "run " + folder
                                + ": its results have other points or columns than the spec asks for; sweep beside it with --force-new");
            }
            int axes = layout.axes().size();
            for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (reader.inTail()) {
                    Frame frame = next.get();
                    buffer.add(frame.batch(axes), frame.outcome(axes), 0, frame.count());
                }
            }
            group = reader.group();
            first = reader.point() - buffer.count();
            kept = buffer.count();
            cut(part, reader.resultsEnd());
            cut(tail, kept == 0 ? 0 : reader.tailEnd());
        }
    }

    private void begin() throws IOException {
        cut(part, 0);
        cut(tail, 0);
        part.write(ResultsHeader.encode(layout));
    }

    private static void cut(RandomAccessFile file, long length) throws IOException {
        if (file.length() > length) { // else ext4 would write a file that was ever cut to disk when it is closed
            file.setLength(length);
        }
        file.seek(length);
    }

    private void writeFrame(byte[] frame, long end) throws IOException {
        part.write(frame);
        if (kept > 0) {
            tail.seek(0);
            kept = 0;
        }
        buffer.clear();
        boolean last = end == layout.points();
        group += last ? 1 : 0;
        first = last ? 0 : end;
    }

    private void writeTail() throws IOException {
        if (buffer.count() > kept) {
            tail.write(packer.pack(buffer.rows(group, first, kept), false));
            kept = buffer.count();
        }
    }
}
