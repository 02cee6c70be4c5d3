package dev.winnow.cli.signals;

import dev.winnow.cli.config.RunSection;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ProgressLine;
import dev.winnow.cli.ready.ArtifactSource;
import dev.winnow.cli.ready.ReadyRecording;
import dev.winnow.cli.ready.SpecIdentity;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.replay.expression.PointFailure;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.recording.BoundSignals;
import dev.winnow.replay.recording.RecordedSymbol;
import dev.winnow.replay.recording.Recorder;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingHead;
import dev.winnow.replay.recording.RecordingWriter;
import dev.winnow.replay.recording.SignalCursor;
import dev.winnow.replay.recording.SignalStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recording on its way into a folder. */
public final class RecordingRun {
    private final ReadyRecording ready;
    private final List<LoadedBars> bars;
    private final Path folder;
    private final Artifacts artifacts;
    private final RecordingHead head;

    /**
     * @param bars of every symbol
     * @param folder of the recording
     * @param quantize bits of a score, or 0
     * @param artifacts where columns and planes are looked for
     */
    public RecordingRun(ReadyRecording ready, List<LoadedBars> bars, Path folder, int quantize, Artifacts artifacts) {
        this.ready = ready;
        this.bars = bars;
        this.folder = folder;
        this.artifacts = artifacts;
        SweepSpec spec = ready.spec();
        this.head = new RecordingHead(
                spec.name(),
                identity(spec, bars, quantize),
                spec.recorded().data().spec(),
                relative(folder, spec.folder()),
                quantize,
                bars.stream().map(RecordingRun::symbol).toList(),
                spec.recorded().strategies(),
                bars.size()
                        * ready.strategies().stream()
                                .mapToLong(strategy -> strategy.space().size())
                                .sum());
    }

    private static RunIdentity identity(SweepSpec spec, List<LoadedBars> bars, int quantize) {
        Map<String, String> digests = new LinkedHashMap<>();
        bars.forEach(
                loaded -> digests.put(loaded.bars().symbol(), loaded.summary().digest()));
        Map<String, String> fields =
                new LinkedHashMap<>(SpecIdentity.of(spec, digests).fields());
        fields.put("quantize", quantize == 0 ? "none" : Integer.toString(quantize));
        return new RunIdentity(fields);
    }

    private static RecordedSymbol symbol(LoadedBars loaded) {
        return new RecordedSymbol(
                loaded.bars().symbol(),
                loaded.bars().size(),
                loaded.bars().timed(),
                loaded.summary().periodsPerYear(),
                loaded.summary().digest());
    }

    /** With forward slashes; absolute where there is no way from the one to the other. */
    private static String relative(Path from, Path to) {
        Path start = from.toAbsolutePath().normalize();
        Path end = to.toAbsolutePath().normalize();
        Path way = start.getRoot().equals(end.getRoot()) ? start.relativize(end) : end;
        return way.toString().replace('\\', '/');
    }

    /** Settings over all symbols and strategies. */
    public long settings() {
        return head.settings();
    }

    /** Appends what the folder lacks, until told to stop; how many settings are there then. */
    public long record(StopSignal stop, Console console) throws IOException {
        RunSection run = ready.spec().run();
        try (RecordingWriter writer = RecordingWriter.open(folder, head);
                ProgressLine progress = ProgressLine.on(console, head.name(), settings() - writer.kept())) {
            if (writer.kept() > 0) {
                console.err()
                        .println(String.format(
                                Locale.ROOT, "%,d of %,d settings are there already", writer.kept(), settings()));
            }
            while (writer.times() < bars.size()) {
                writer.times(bars.get(writer.times()).bars().time());
            }
            Recorder recorder = new Recorder(writer, run.workers(), stop, progress);
            for (int symbol = 0; symbol < bars.size(); symbol++) {
                for (int strategy = 0; strategy < ready.strategies().size(); strategy++) {
                    SignalStrategy one = ready.strategies().get(strategy);
                    recorder.record(symbol, strategy, one.space(), bound(one, bars.get(symbol)));
                }
            }
            return writer.kept();
        }
    }

    private BoundSignals bound(SignalStrategy strategy, LoadedBars loaded) {
        return strategy.bind(
                loaded.bars(),
                ready.spec().run().memoryBytes() / 2,
                new SharedValues(
                        artifacts, ArtifactSource.version(), loaded.summary().digest()));
    }

    /** Says what would be recorded, how long that takes, in how much memory, and what is there. */
    public void describe(Console console) {
        double seconds = 0;
        for (LoadedBars loaded : bars) {
            for (SignalStrategy strategy : ready.strategies()) {
                console.out()
                        .printf(
                                Locale.ROOT,
                                "%s, %,d bars: %s, %,d settings%n",
                                loaded.bars().symbol(),
                                loaded.bars().size(),
                                strategy.name(),
                                strategy.space().size());
                seconds += seconds(strategy, loaded) * strategy.space().size();
            }
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "time: at most about %.2f s, by one setting of each timed%n",
                        seconds / ready.spec().run().workers());
        console.out().println(RecordingMemory.of(ready, bars).text());
        console.out().println("recording: " + there());
    }

    /** What one setting takes that shares nothing yet. */
    private double seconds(SignalStrategy strategy, LoadedBars loaded) {
        SignalCursor cursor = bound(strategy, loaded).cursor();
        long start = System.nanoTime();
        try {
            cursor.signal(strategy.space().point(0));
        } catch (PointFailure failure) {
            return 0; // it takes no time, and is told of when it is recorded
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String there() {
        if (!Files.exists(folder)) {
            return folder + ", new";
        }
        try (Recording recording = Recording.open(folder)) {
            List<String> changes = recording.head().identity().changesTo(head.identity());
            return folder + ", "
                    + (!changes.isEmpty()
                            ? "another recording: " + String.join("; ", changes)
                            : recording.complete() ? "complete" : "interrupted");
        }
    }
}
