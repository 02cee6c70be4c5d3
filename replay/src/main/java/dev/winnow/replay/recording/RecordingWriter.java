package dev.winnow.replay.recording;

import dev.winnow.engine.UserError;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.store.RunLock;
import dev.winnow.replay.signal.Signal;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Appends signals to a recording; what was appended survives the death of the process. One process at a time: it holds
 * the folder's lock. Not thread-safe.
 */
public final class RecordingWriter implements Closeable {
    private final RunLock lock;
    private final RandomAccessFile file;
    private final RecordingHead head;
    private final SignalCodec codec;
    private int times;
    private long kept;

    private RecordingWriter(RunLock lock, RandomAccessFile file, RecordingHead head) {
        this.lock = lock;
        this.file = file;
        this.head = head;
        this.codec = new SignalCodec(head.quantize());
    }

    /**
     * Begins a recording, or goes on with the one in the folder after its last sound block.
     *
     * @throws UserError when another process writes it, or what is there is of another identity: a line for each field
     */
    public static RecordingWriter open(Path folder, RecordingHead head) throws IOException {
        Files.createDirectories(folder);
        RunLock lock = RunLock.acquire(folder, "recording", "name another folder");
        try {
            Path path = folder.resolve(RecordingFile.NAME);
            if (!Files.exists(path)) {
                begin(path, head);
            }
            RecordingWriter writer = new RecordingWriter(lock, new RandomAccessFile(path.toFile(), "rw"), head);
            writer.recover(path);
            return writer;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A head is there whole or not at all. */
    private static void begin(Path path, RecordingHead head) throws IOException {
        Path draft = path.resolveSibling(RecordingFile.NAME + ".tmp");
        Files.write(draft, RecordingFile.start(head));
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void recover(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            RecordingFile there = RecordingFile.open(path, arena);
            require(there.head().identity(), path);
            long end = sound(there);
            file.setLength(end);
            file.seek(end);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void require(RunIdentity there, Path path) {
        List<String> changes = there.changesTo(head.identity());
        if (!changes.isEmpty()) {
            throw new UserError(changes.stream()
                    .map(change -> path + " is another recording: " + change + "; record into another folder")
                    .toList());
        }
    }

    /** Counts the sound blocks; where the last of them ends. */
    private long sound(RecordingFile there) {
        long end = there.blocks().isEmpty()
                ? there.end()
                : there.blocks().getFirst().start();
        for (Block block : there.blocks()) {
            try {
                block.payload(there.map());
            } catch (DamagedSignalException damaged) {
                return end;
            }
            if (block.kind() == BlockKind.TIME) {
                times++;
            } else {
                kept++;
            }
            end = block.end();
        }
        return end;
    }

    /** Settings that are there, failed ones included. */
    public long kept() {
        return kept;
    }

    /** Symbols whose times are there: the first ones. */
    public int times() {
        return times;
    }

    /** Appends the times of the next symbol's bars: microseconds since the epoch, or bar numbers. */
    public void times(long[] time) throws IOException {
        RecordedSetting symbol = new RecordedSetting(times, 0, new double[0]);
        file.write(Block.encode(BlockKind.TIME, symbol, SignalCodec.encodeTimes(time)));
        times++;
    }

    /** The bytes of a signal, for {@link #append}; any thread may ask. */
    public byte[] encode(RecordedSetting setting, Signal signal) {
        return Block.encode(SignalCodec.kind(signal), setting, codec.encode(signal));
    }

    /** The bytes of a setting that has no signal, likewise. */
    public byte[] encodeFailure(RecordedSetting setting, String cause) {
        return Block.encode(BlockKind.FAILED, setting, SignalCodec.encodeCause(cause));
    }

    /** Appends what {@link #encode} or {@link #encodeFailure} made. */
    public void append(byte[] block) throws IOException {
        file.write(block);
        kept++;
    }

    @Override
    public void close() throws IOException {
        try (lock;
                file) {
            // both are closed, whichever fails
        }
    }
}
