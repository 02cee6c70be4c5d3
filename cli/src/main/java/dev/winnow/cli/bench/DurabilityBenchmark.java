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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A sweep kept in the folder of a run and not kept, in turn, each warmed up: what keeping it costs. */
public final class DurabilityBenchmark {
    private static final int UNTIMED = 3;

    private final ReadySweep ready;
    private final Sweep sweep;
    private final Console console;

    public DurabilityBenchmark(ReadySweep ready, Console console) {
        this.ready = ready;
        this.sweep = new Sweep(ready, ready.subjects(console, Artifacts.NONE));
        this.console = console;
    }

    /**
     * Times both, prints seconds and their ratio, and leaves nothing.
     *
     * @param rounds timed ones, after three untimed
     * @throws IOException when the run cannot be kept
     */
    public void run(int rounds) throws IOException {
        Path runs = Files.createTempDirectory("winnow-bench");
        double[] unkept = new double[rounds];
        double[] kept = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = -UNTIMED; round < rounds; round++) {
            int slot = Math.max(0, round);
            if (round % 2 == 0) { // whichever is first has the colder caches
                unkept[slot] = unkept();
                kept[slot] = kept(runs.resolve("run"));
            } else {
                kept[slot] = kept(runs.resolve("run"));
                unkept[slot] = unkept();
            }
            ratios[slot] = kept[slot] / unkept[slot];
        }
        Files.delete(runs);
        print("not kept", unkept, " s");
        print("kept", kept, " s");
        print("ratio", ratios, "");
    }

    private double unkept() {
        long began = System.nanoTime();
        sweep.evaluate(console);
        return (System.nanoTime() - began) / 1e9;
    }

    private double kept(Path path) throws IOException {
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

    private void print(String what, double[] samples, String unit) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-8s  median %.4f%s, quartiles %.4f to %.4f, least %.4f",
                        what,
                        sorted[sorted.length / 2],
                        unit,
                        sorted[sorted.length / 4],
                        sorted[3 * sorted.length / 4],
                        sorted[0]));
    }
}
