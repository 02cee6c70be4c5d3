package dev.winnow.cli.bench;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.Proof;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.cli.sweep.RunRecord;
import dev.winnow.cli.sweep.Sweep;
import dev.winnow.cli.sweep.SymbolSweep;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.store.RunCatalog;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A sweep or replay, to be run again and again; it leaves nothing. */
final class TimedSweep {
    private final ReadySweep ready;
    private final Sweep sweep;
    private final Console console;

    TimedSweep(ReadySweep ready, Console console) {
        this.ready = ready;
        this.sweep = new Sweep(ready, ready.subjects(console, Artifacts.NONE));
        this.console = console;
    }

    /** Points of all symbols. */
    long points() {
        return sweep.layout().allPoints();
    }

    /** Seconds of a sweep of which nothing is kept. */
    double unkept() {
        long began = System.nanoTime();
        sweep.evaluate(console);
        return (System.nanoTime() - began) / 1e9;
    }

    /**
     * Seconds of a sweep that is kept in a folder, from making it to finishing it.
     *
     * @param path where there is no folder yet, and none is afterwards
     */
    double kept(Path path) throws IOException {
        long began = System.nanoTime();
        try (RunFolder folder = RunFolder.open(path, sweep.identity(), sweep.layout())) {
            Instant started = Instant.now();
            folder.manifest(
                    RunStatus.RUNNING, RunRecord.manifest(ready, sweep.identity(), started, List.of(), Proof.NONE));
            List<SymbolSweep> sweeps = sweep.evaluate(folder, new StopSignal(), console);
            folder.finish(RunRecord.manifest(ready, sweep.identity(), started, sweeps, Proof.NONE));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        RunCatalog.remove(StoredRun.in(path).orElseThrow());
        return seconds;
    }
}
