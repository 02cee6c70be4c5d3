package dev.winnow.cli.command;

import dev.winnow.engine.UserError;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow bench durability}: what keeping a run costs. */
@Command(
        name = "durability",
        description = "Time a spec's sweep kept in a run folder and not kept, in turn, each warmed up.")
final class BenchDurabilityCommand implements Callable<Integer> {
    private static final int UNTIMED = 3;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds after three untimed; default: 15.")
    private int rounds = 15;

    private final Console console;

    BenchDurabilityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (rounds < 1) {
            throw new UserError("--rounds " + rounds + " is below 1; give the number of timed rounds");
        }
        ReadySpec ready = ReadySpec.of(options.read(console));
        Sweep sweep = new Sweep(ready, ready.subjects(console, Artifacts.NONE));
        Path runs = Files.createTempDirectory("winnow-bench");
        double[] unkept = new double[rounds];
        double[] kept = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = -UNTIMED; round < rounds; round++) {
            int slot = Math.max(0, round);
            if (round % 2 == 0) { // whichever is first has the colder caches
                unkept[slot] = unkept(sweep);
                kept[slot] = kept(ready, sweep, runs.resolve("run"));
            } else {
                kept[slot] = kept(ready, sweep, runs.resolve("run"));
                unkept[slot] = unkept(sweep);
            }
            ratios[slot] = kept[slot] / unkept[slot];
        }
        Files.delete(runs);
        print("not kept", unkept, " s");
        print("kept", kept, " s");
        print("ratio", ratios, "");
        return ExitCode.DONE;
    }

    private double unkept(Sweep sweep) {
        long began = System.nanoTime();
        sweep.evaluate(console);
        return (System.nanoTime() - began) / 1e9;
    }

    private double kept(ReadySpec ready, Sweep sweep, Path path) throws IOException {
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
