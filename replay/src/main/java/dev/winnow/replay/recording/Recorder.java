package dev.winnow.replay.recording;

import dev.winnow.engine.execute.Progress;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.space.Space;
import dev.winnow.replay.expression.PointFailure;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works out every setting's signal and appends it to a recording: symbol by symbol, strategy by strategy, point by
 * point, whatever the threads.
 */
public final class Recorder {
    /** Settings that a thread takes at once. */
    private static final int CHUNK = 32;

    /** What is begun at once, for each thread. */
    private static final int CHUNKS = 2;

    private final RecordingWriter writer;
    private final int threads;
    private final StopSignal stop;
    private final Progress progress;
    private final Deque<Future<List<Encoded>>> begun = new ArrayDeque<>();
    private final long start = System.nanoTime();
    private long passed;
    private long appended;
    private long failed;

    /** The bytes of a setting's block, and whether it has no signal. */
    private record Encoded(byte[] block, boolean failed) {}

    /** Settings that wait to be appended at most, whose bytes are in memory. */
    public static long underWay(int threads) {
        return (long) CHUNKS * threads * CHUNK;
    }

    /**
     * @param writer takes the settings from the first that it lacks
     * @param threads how many threads work
     * @param stop ends the recording early: what was begun is finished
     * @param progress hears of every setting that was appended
     */
    public Recorder(RecordingWriter writer, int threads, StopSignal stop, Progress progress) {
        this.writer = writer;
        this.threads = threads;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Appends the settings of one strategy over one symbol; they come in the order of the head.
     *
     * @param symbol ordinal of the symbol
     * @param strategy ordinal of the strategy
     * @param space the strategy's settings
     */
    public void record(int symbol, int strategy, Space space, BoundSignals signals) throws IOException {
        long from = Math.clamp(writer.kept() - passed, 0, space.size());
        passed += space.size();
        try (ExecutorService crew = Executors.newFixedThreadPool(threads)) {
            for (long first = from; first < space.size() && !stop.requested(); first += CHUNK) {
                if (begun.size() == CHUNKS * threads) {
                    append(begun.remove());
                }
                long chunk = first;
                int count = (int) Math.min(CHUNK, space.size() - first);
                Callable<List<Encoded>> work = () -> encode(symbol, strategy, space, signals.cursor(), chunk, count);
                begun.add(crew.submit(work));
            }
            while (!begun.isEmpty()) {
                append(begun.remove());
            }
        }
    }

    private List<Encoded> encode(int symbol, int strategy, Space space, SignalCursor cursor, long first, int count) {
        List<Encoded> blocks = new ArrayList<>(count);
        for (long index = first; index < first + count; index++) {
            RecordedSetting setting = new RecordedSetting(symbol, strategy, space.point(index));
            try {
                blocks.add(new Encoded(writer.encode(setting, cursor.signal(setting.values())), false));
            } catch (PointFailure failure) {
                blocks.add(new Encoded(writer.encodeFailure(setting, String.valueOf(failure.getMessage())), true));
            }
        }
        return blocks;
    }

    private void append(Future<List<Encoded>> chunk) throws IOException {
        for (Encoded encoded : result(chunk)) {
            writer.append(encoded.block());
            appended++;
            failed += encoded.failed() ? 1 : 0;
        }
        progress.advanced(appended, appended, failed, System.nanoTime() - start);
    }

    private static List<Encoded> result(Future<List<Encoded>> chunk) {
        try {
            return chunk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while recording", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
