package dev.winnow.cli.bench;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.ReadySweep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A sweep kept in the folder of a run and not kept, in turn, each warmed up: what keeping it costs. */
public final class DurabilityBenchmark {
    private final TimedSweep sweep;
    private final PrintStream out;

    public DurabilityBenchmark(ReadySweep ready, Console console) {
        this.sweep = new TimedSweep(ready, console);
        this.out = console.out();
    }

    /**
     * Times both, prints seconds and their ratio, and leaves nothing.
     *
     * @param rounds timed ones, after what warms up
     * @throws IOException when the run cannot be kept
     */
    public void run(int rounds) throws IOException {
        Path runs = Files.createTempDirectory("winnow-bench");
        Path run = runs.resolve("run");
        double[] unkept = new double[rounds];
        double[] kept = new double[rounds];
        double[] ratios = new double[rounds];
        Warm.up(() -> {
            sweep.unkept();
            sweep.kept(run);
        });
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) { // whichever is first has the colder caches
                unkept[round] = sweep.unkept();
                kept[round] = sweep.kept(run);
            } else {
                kept[round] = sweep.kept(run);
                unkept[round] = sweep.unkept();
            }
            ratios[round] = kept[round] / unkept[round];
        }
        Files.delete(runs);
        print("not kept", Quartiles.of(unkept), " s");
        print("kept", Quartiles.of(kept), " s");
        print("ratio", Quartiles.of(ratios), "");
    }

    private void print(String what, Quartiles samples, String unit) {
        out.println(String.format(
                Locale.ROOT,
                "%-8s  median %.4f%s, quartiles %.4f to %.4f, least %.4f",
                what,
                samples.median(),
                unit,
                samples.lower(),
                samples.upper(),
                samples.least()));
    }
}
