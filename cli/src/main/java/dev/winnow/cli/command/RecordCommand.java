package dev.winnow.cli.command;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Interrupt;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.ShellText;
import dev.winnow.cli.option.ExecutionOptions;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.SpecOptions;
import dev.winnow.cli.ready.ArtifactSource;
import dev.winnow.cli.ready.ReadyRecording;
import dev.winnow.cli.signals.RecordingRun;
import dev.winnow.cli.signals.SignalsDescription;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.replay.recording.JsonLinesWriter;
import dev.winnow.replay.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow record}: the signals of every setting of every strategy, kept. */
@Command(name = "record", description = "Record the signals of a spec's strategies, to be replayed without indicators.")
final class RecordCommand implements Callable<Integer> {
    private static final String LINES = "signals.jsonl";

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "Folder of the recording; one that was interrupted is gone on with.")
    private Path out;

    @Option(
            names = "--quantize",
            paramLabel = "BITS",
            description = "Keep scores in 8 or 16 bits, rounded; default: whole doubles. Planes lose nothing.")
    private @Nullable Integer quantize;

    @Option(names = "--jsonl", description = "Write every signal event as a line of JSON too, to signals.jsonl there.")
    private boolean lines;

    @Option(names = "--threads", paramLabel = "N|auto", description = "Worker threads; default: auto, one a core.")
    private @Nullable String threads;

    @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
    private @Nullable String output;

    @Option(
            names = "--dry-run",
            description = "Say what would be recorded, how long, in how much memory, and what is there.")
    private boolean dryRun;

    private final Console console;

    @Spec
    private CommandSpec command;

    RecordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SweepSpec spec = options.read(console, flags());
        try (ArtifactSource cache = ArtifactSource.of(spec.run(), console)) {
            int code = record(spec, cache.artifacts());
            cache.tell(console);
            return code;
        }
    }

    private int record(SweepSpec spec, Artifacts artifacts) {
        ReadyRecording ready = ReadyRecording.of(spec);
        RecordingRun run = new RecordingRun(ready, ready.bars(console), out, bits(), artifacts);
        if (dryRun) {
            run.describe(console);
            return ExitCode.DONE;
        }
        try {
            return record(run, Output.valueOf(spec.run().output()));
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("recording " + out + " cannot be kept (" + e.getMessage()
                    + "); make room, or name another folder by -o; what was kept before stays");
        }
    }

    private int bits() {
        Integer bits = quantize;
        if (bits != null && bits != 8 && bits != 16) {
            throw new UserError(
                    "--quantize: scores of " + bits + " bits cannot be kept; give 8 or 16, or leave it out");
        }
        return bits == null ? 0 : bits;
    }

    private int record(RecordingRun run, Output format) throws IOException {
        try (Interrupt interrupt = Interrupt.listening(console.err())) {
            long kept = run.record(interrupt.signal(), console);
            if (kept < run.settings()) {
                console.err().println(resumption(kept, run.settings()));
                return ExitCode.INTERRUPTED;
            }
        }
        try (Recording recording = Recording.open(out)) {
            if (lines) {
                writeLines(recording, out.resolve(LINES));
            }
            SignalsDescription.of(recording).print(format, console);
            return told(recording.failures());
        }
    }

    private String resumption(long kept, long settings) {
        return String.format(
                Locale.ROOT,
                "interrupted: %,d of %,d settings are kept in %s; go on with: winnow %s",
                kept,
                settings,
                out,
                ShellText.of(command.commandLine().getParseResult().originalArgs()));
    }

    /** Writes the lines beside their place and moves them there. */
    private static void writeLines(Recording recording, Path to) throws IOException {
        Path draft = to.resolveSibling(LINES + ".tmp");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            JsonLinesWriter.write(recording, writer);
        }
        Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private int told(List<String> failures) {
        failures.stream().limit(5).forEach(failure -> console.err().println("failed: " + failure));
        if (failures.size() > 5) {
            console.err().println("and " + (failures.size() - 5) + " more settings failed");
        }
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Overrides.Flag[] flags() {
        List<Overrides.Flag> flags = new ArrayList<>();
        ExecutionOptions.add(flags, "threads", threads);
        ExecutionOptions.add(flags, "output", output);
        return flags.toArray(Overrides.Flag[]::new);
    }
}
