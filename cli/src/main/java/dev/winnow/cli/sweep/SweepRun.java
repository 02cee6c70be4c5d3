package dev.winnow.cli.sweep;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Interrupt;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.ShellText;
import dev.winnow.cli.console.Utf8;
import dev.winnow.cli.option.RunTarget;
import dev.winnow.cli.option.SweepOptions;
import dev.winnow.cli.ready.Proof;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.engine.workload.Subject;
import dev.winnow.reports.SweepReport;
import dev.winnow.reports.format.CsvOutput;
import dev.winnow.reports.format.JsonOutput;
import dev.winnow.reports.runs.RunDatabase;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.SweepTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evaluates the points of a spec into the folder of a run, and prints the best. */
public final class SweepRun {
    private final SweepOptions options;
    private final Console console;
    private final List<String> words;
    private final int prove;

    /**
     * @param words of the command line
     * @param prove how many points of each subject to prove, where there is something to prove
     */
    public SweepRun(SweepOptions options, Console console, List<String> words, int prove) {
        this.options = options;
        this.console = console;
        this.words = List.copyOf(words);
        this.prove = prove;
    }

    /** Runs the spec, or prints what was run before; the exit code. */
    public int of(ReadySweep ready, Artifacts artifacts) {
        List<Subject> subjects = ready.subjects(console, artifacts);
        Sweep sweep = new Sweep(ready, subjects);
        sweep.requireMemory();
        RunTarget target = options.run().target(ready.spec().name(), sweep.identity());
        if (options.dryRun()) {
            subjects.forEach(subject -> new DryRun(ready, console).print(subject, sweep.plan()));
            console.out().println("run: " + target.describe());
            return ExitCode.DONE;
        }
        try {
            Optional<StoredRun> complete = target.complete();
            return complete.isPresent() ? reprint(sweep, complete.get(), ready) : run(sweep, target, ready);
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("run " + target.folder() + " cannot be kept (" + reason(e)
                    + "); make room, or name another folder by --out; what was kept before stays for --resume");
        }
    }

    /** What the system said, without the class of what was thrown. */
    private static String reason(Exception thrown) {
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        return thrown instanceof AccessDeniedException ? "access denied: " + message : message;
    }

    private int reprint(Sweep sweep, StoredRun run, ReadySweep ready) throws IOException {
        console.err()
                .println("run " + run.folder()
                        + " is complete already: printed from its folder; --force-new evaluates it anew");
        writeParquet(run.folder());
        return finish(sweep.result(sweep.read(run), run.folder()), ready);
    }

    private void writeParquet(Path folder) throws IOException {
        Path file = folder.resolve(RunDatabase.PARQUET);
        if (options.run().parquet() && Files.notExists(file)) {
            RunDatabase.writeParquet(StoredRun.in(folder).orElseThrow(), file);
        }
    }

    private int run(Sweep sweep, RunTarget target, ReadySweep ready) throws IOException {
        Instant started = Instant.now();
        Proof proof = ready.prove(prove, sweep.identity());
        if (proof.failed()) {
            console.err().println(proof.text() + "; nothing was evaluated");
            return ExitCode.FAILED;
        }
        if (proof.points() > 0) {
            console.err().println(proof.text());
        }
        SweepResult result;
        try (Interrupt interrupt = Interrupt.listening(console.err());
                RunFolder folder = RunFolder.open(target.made(), sweep.identity(), sweep.layout())) {
            folder.manifest(RunStatus.RUNNING, RunRecord.manifest(ready, sweep.identity(), started, List.of(), proof));
            folder.log("process " + ProcessHandle.current().pid() + " begins with " + folder.stored() + " points kept");
            List<SymbolSweep> sweeps = sweep.evaluate(folder, interrupt.signal(), console);
            boolean complete = folder.stored() == sweep.layout().allPoints();
            if (complete) {
                folder.finish(RunRecord.manifest(ready, sweep.identity(), started, sweeps, proof));
            } else {
                folder.manifest(
                        RunStatus.INTERRUPTED, RunRecord.manifest(ready, sweep.identity(), started, sweeps, proof));
            }
            folder.log((complete ? "complete" : "interrupted") + " with " + folder.stored() + " points");
            String stopped = sweeps.isEmpty() ? "" : sweeps.getLast().stopped();
            if (!stopped.isEmpty()) {
                sweep.result(sweeps, folder.path()).reportFailures(console.err());
                console.err().println("stopped: " + stopped + "; mend the spec, or let more fail by --max-failures");
                return ExitCode.FAILED;
            }
            if (!complete) {
                console.err().println(resumption(folder.stored(), sweep.layout().allPoints(), folder.path()));
                return ExitCode.INTERRUPTED;
            }
            result = sweep.result(sweeps, folder.path());
        }
        writeParquet(result.folder());
        return finish(result, ready);
    }

    private String resumption(long stored, long points, Path folder) {
        return stored == 0
                ? "interrupted before the first batch was done: nothing was kept"
                : String.format(
                        Locale.ROOT,
                        "interrupted: %,d of %,d points are kept in %s; go on with: winnow %s",
                        stored,
                        points,
                        folder,
                        ShellText.of(options.run().resuming(words, folder)));
    }

    private int finish(SweepResult result, ReadySweep ready) throws IOException {
        int code = print(result, ready);
        console.out().flush();
        options.report().write(result.folder(), console);
        return code;
    }

    private int print(SweepResult result, ReadySweep ready) {
        switch (Output.valueOf(ready.spec().run().output())) {
            case table -> SweepTable.write(result.report(), Glyphs.UNICODE, console.out());
            case json -> json(result.report());
            case csv -> CsvOutput.write(result.report(), console.out());
        }
        return result.reportFailures(console.err()) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void json(SweepReport report) {
        PrintWriter writer = Utf8.writer(console.out());
        JsonOutput.write(report, writer);
        writer.flush();
    }
}
