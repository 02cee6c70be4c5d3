package dev.winnow.replay.recording;

import dev.winnow.engine.UserError;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.signal.Signal;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a recording of signals. The file is mapped; a signal is checked and decoded when it is asked for. Thread-safe,
 * until it is closed.
 */
public final class Recording implements Closeable {
    private final Path path;
    private final Arena arena;
    private final RecordingFile file;
    private final SignalCodec codec;
    private final List<Block> settings = new ArrayList<>();
    private final List<Block> signals = new ArrayList<>();
    private final List<Block> times = new ArrayList<>();

    private Recording(Path path, Arena arena, RecordingFile file) {
        this.path = path;
        this.arena = arena;
        this.file = file;
        this.codec = new SignalCodec(file.head().quantize());
        for (Block block : file.blocks()) {
            switch (block.kind()) {
                case PLANES, SCORE -> {
                    settings.add(block);
                    signals.add(block);
                }
                case FAILED -> settings.add(block);
                case TIME -> times.add(block);
            }
        }
    }

    /**
     * Opens a recording, be it complete or not.
     *
     * @param folderOrFile the folder that it was recorded into, or the file in it
     * @throws UserError when there is none, it is of another version, or it is damaged: what can be told from the heads
     *     of its blocks; a damaged signal is told of when it is asked for
     */
    public static Recording open(Path folderOrFile) {
        Path path = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(RecordingFile.NAME) : folderOrFile;
        if (!Files.isRegularFile(path)) {
            throw new UserError(
                    folderOrFile + ": there is no recording of signals; 'winnow record SPEC -o DIR' makes one");
        }
        Arena arena = Arena.ofShared();
        try {
            RecordingFile file = RecordingFile.open(path, arena);
            if (file.problem() != null) {
                throw damage(path, file.end(), file.problem());
            }
            return new Recording(path, arena, file);
        } catch (IOException e) {
            arena.close();
            throw new UserError(path + ": cannot be read (" + e.getMessage() + "); check the file");
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static UserError damage(Path path, long at, String what) {
        return new UserError(path + ": the recording is damaged at byte " + at + ": " + what
                + "; 'winnow record' of the same spec into its folder mends it");
    }

    /** The file that is read. */
    public Path path() {
        return path;
    }

    /** What it says of itself: data, symbols, strategies with their texts. */
    public RecordingHead head() {
        return file.head();
    }

    /** Whether every setting is there. */
    public boolean complete() {
        return settings.size() == head().settings()
                && times.size() == head().symbols().size();
    }

    /**
     * Ends what needs all of the settings.
     *
     * @throws UserError when some are missing
     */
    public Recording requireComplete() {
        if (!complete()) {
            throw new UserError(path + ": the recording holds " + settings.size() + " of " + head().settings()
                    + " settings; go on with it by 'winnow record' of the same spec into its folder");
        }
        return this;
    }

    /** Settings that are there, failed ones included. */
    public long kept() {
        return settings.size();
    }

    /** Number of signals. */
    public int size() {
        return signals.size();
    }

    /** Of which setting a signal is. */
    public RecordedSetting setting(int signal) {
        return signals.get(signal).setting();
    }

    /**
     * A signal, in arrays of its own.
     *
     * @throws UserError when it is damaged
     */
    public Signal signal(int signal) {
        return signal(signals.get(signal));
    }

    Signal signal(Block block) {
        try {
            return codec.decode(block.kind(), block.payload(file.map()), bars(block));
        } catch (DamagedSignalException e) {
            throw damage(path, block.start(), String.valueOf(e.getMessage()));
        }
    }

    /** A signal as it comes back from the recording: a score rounded as the recording's are. */
    public Signal asKept(Signal signal) {
        return codec.rounded(signal);
    }

    /** Signals and failures in the order of the file. */
    List<Block> settings() {
        return settings;
    }

    /** Bytes that a signal takes in the file. */
    public long bytes(int signal) {
        Block block = signals.get(signal);
        return block.end() - block.start();
    }

    /** Bytes of the whole file. */
    public long bytes() {
        return file.map().byteSize();
    }

    private int bars(Block block) {
        return head().symbols().get(block.setting().symbol()).bars();
    }

    /** Settings whose values make an expression impossible, in words with the cause. */
    public List<String> failures() {
        return settings.stream()
                .filter(block -> block.kind() == BlockKind.FAILED)
                .map(block -> head().text(block.setting()) + ": " + cause(block))
                .toList();
    }

    /** Why a setting has no signal. */
    String cause(Block failure) {
        try {
            return StandardCharsets.UTF_8.decode(failure.payload(file.map())).toString();
        } catch (DamagedSignalException e) {
            throw damage(path, failure.start(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Times of a symbol's bars: microseconds since the epoch, or bar numbers.
     *
     * @param symbol its ordinal
     * @throws UserError when they are damaged or not there
     */
    public long[] time(int symbol) {
        for (Block block : times) {
            if (block.setting().symbol() == symbol) {
                try {
                    return SignalCodec.decodeTimes(block.payload(file.map()), bars(block));
                } catch (DamagedSignalException e) {
                    throw damage(path, block.start(), String.valueOf(e.getMessage()));
                }
            }
        }
        throw damage(
                path, file.end(), "no times of " + head().symbols().get(symbol).symbol());
    }

    /**
     * The bars that the signals were recorded over, read anew, in the order of the symbols.
     *
     * @param cacheFolder for column files; made when the first is written
     * @throws UserError when they cannot be read or are others now, naming the symbol
     */
    public List<LoadedBars> bars(Path cacheFolder) {
        Path folder = path.toAbsolutePath().getParent();
        Path base =
                (folder == null ? Path.of("") : folder).resolve(head().folder()).normalize();
        List<LoadedBars> loaded = MarketData.load(head().data(), base, cacheFolder);
        for (int i = 0; i < head().symbols().size(); i++) {
            RecordedSymbol recorded = head().symbols().get(i);
            if (i >= loaded.size() || !same(recorded, loaded.get(i))) {
                throw new UserError(path + ": the bars of " + recorded.symbol()
                        + " are others than those that were recorded; record anew, into another folder");
            }
        }
        return loaded;
    }

    private static boolean same(RecordedSymbol recorded, LoadedBars loaded) {
        Bars bars = loaded.bars();
        return bars.symbol().equals(recorded.symbol())
                && loaded.summary().digest().equals(recorded.digest());
    }

    @Override
    public void close() {
        arena.close();
    }
}
