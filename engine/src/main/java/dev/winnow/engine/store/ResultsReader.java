package dev.winnow.engine.store;

import dev.winnow.engine.UserError;
import dev.winnow.engine.execute.ResultSink;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the points that a run's folder holds, in order and each once, up to the first that is missing or damaged: all
 * of a complete run, of an unfinished one what it has come to. Not thread-safe.
 */
public final class ResultsReader implements Closeable {
    private final Path folder;
    private final ResultsHeader header;
    private final FrameFile results;
    private final FrameFile tail;
    private boolean inTail;
    private long resultsEnd;
    private long tailEnd;
    private int group;
    private long point;
    private @Nullable Frame pending;

    private ResultsReader(Path folder, Path file) throws IOException {
        this.folder = folder;
        this.header = ResultsHeader.read(file);
        this.results = new FrameFile(file, header.bytes());
        this.tail = new FrameFile(folder.resolve(ResultsWriter.TAIL), 0);
        this.resultsEnd = header.bytes();
    }

    /**
     * Opens the results of a run's folder; empty when there are none yet.
     *
     * @throws UserError when they are of another version, or their header is damaged
     */
    public static Optional<ResultsReader> open(Path folder) throws IOException {
        Path whole = folder.resolve(ResultsWriter.RESULTS);
        Path file = Files.exists(whole) ? whole : folder.resolve(ResultsWriter.PART);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResultsReader(folder, file));
        } catch (EOFException cut) {
            return Optional.empty();
        }
    }

    /** What the columns mean. */
    public ResultsLayout layout() {
        return header.layout();
    }

    /** The next frame, empty when no whole one follows. */
    public Optional<Frame> next() throws IOException {
        Frame frame = peek();
        pending = null;
        if (frame != null) {
            point = frame.end();
            if (point == layout().points()) {
                group++;
                point = 0;
            }
            resultsEnd = inTail ? resultsEnd : results.end();
            tailEnd = tail.end();
        }
        return Optional.ofNullable(frame);
    }

    /** Gives the sink what there is of a group; the groups are asked for in the order of their ordinals. */
    public void replay(int ordinal, ResultSink sink) throws IOException {
        int axes = layout().axes().size();
        for (Frame frame = peek(); frame != null && frame.group() == ordinal; frame = peek()) {
            next();
            sink.accept(frame.batch(axes), frame.outcome(axes));
        }
    }

    /** Ordinal of the group of the point after the last one read. */
    public int group() {
        return group;
    }

    /** Index in its group of the point after the last one read. */
    public long point() {
        return point;
    }

    /** Whether every point was read. */
    public boolean complete() {
        return group == layout().symbols().size();
    }

    /** What to tell where a complete run's points were expected and end early. */
    public UserError damage() {
        return new UserError("run " + folder + ": its results are damaged at byte " + resultsEnd + ", point " + point
                + " of " + layout().symbols().get(group)
                + "; winnow sweep with --resume evaluates the rest of them again");
    }

    /** Length of the sound beginning of the results file, as far as read. */
    long resultsEnd() {
        return resultsEnd;
    }

    /** Length of the sound beginning of the tail file, as far as read. */
    long tailEnd() {
        return tailEnd;
    }

    /** Whether the last frame was read from the tail. */
    boolean inTail() {
        return inTail;
    }

    @Override
    public void close() throws IOException {
        try (results;
                tail) {
            // both are closed, whichever fails
        }
    }

    private @Nullable Frame peek() throws IOException {
        if (pending == null && !inTail) {
            pending = inTurn(results.next());
            inTail = pending == null;
        }
        while (pending == null && inTail) {
            Frame frame = tail.next();
            if (frame == null) {
                return null;
            }
            pending = inTurn(frame);
            if (pending == null && !isBehind(frame)) {
                return null;
            }
        }
        return pending;
    }

    private @Nullable Frame inTurn(@Nullable Frame frame) {
        return frame != null
                        && frame.group() == group
                        && frame.first() == point
                        && frame.count() > 0
                        && frame.end() <= layout().points()
                        && frame.columns().length == layout().columns()
                ? frame
                : null;
    }

    /** Whether the results hold the points already: the writer was stopped before it could empty the tail. */
    private boolean isBehind(Frame frame) {
        return frame.group() < group || (frame.group() == group && frame.end() <= point);
    }
}
