package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.WholeFile;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.RunsOption;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.format.CsvOutput;
import dev.winnow.reports.format.JsonOutput;
import dev.winnow.reports.runs.ArrowFile;
import dev.winnow.reports.runs.RunDatabase;
import dev.winnow.reports.runs.RunPoints;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow export}: all points of a run, for other programs. */
@Command(name = "export", description = "Write all points of a run: symbol, point, parameters, metrics, cause.")
final class ExportCommand implements Runnable {
    /** Formats of an export, named as typed. */
    enum Format {
        csv,
        json,
        parquet,
        arrow
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final RunsOption runs = new RunsOption();

    @Parameters(paramLabel = "RUN", description = "Name of a run in the folder of runs, or its folder.")
    private String run;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json, parquet or arrow; default: csv.")
    private Format format = Format.csv;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; default: stdout, for parquet results.parquet in the run's folder.")
    private @Nullable Path file;

    private final Console console;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        StoredRun found = runs.catalog().find(run);
        if (found.status() != RunStatus.COMPLETE) {
            console.err()
                    .println("run " + found.folder() + " is " + found.status().text()
                            + ": only the points that it holds are written");
        }
        Path target = file;
        try {
            if (format == Format.parquet) {
                parquet(found, target);
            } else if (target == null) {
                write(found, console.out());
            } else {
                toFile(found, target);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("export of " + found.folder() + " to "
                    + (target == null ? "its folder or stdout" : target) + ": " + e.getMessage()
                    + "; name a file that can be written by -o");
        }
    }

    private void parquet(StoredRun found, @Nullable Path target) throws IOException {
        if (target == null && found.status() != RunStatus.COMPLETE) {
            throw new UserError("export: run " + found.folder() + " is not complete, so its folder cannot keep a "
                    + RunDatabase.PARQUET + " yet; name a file by -o");
        }
        Path written = target == null ? found.folder().resolve(RunDatabase.PARQUET) : target;
        RunDatabase.writeParquet(found, written);
        console.err().println("written " + written);
    }

    private void toFile(StoredRun run, Path target) throws IOException {
        WholeFile.write(target, out -> write(run, out));
        console.err().println("written " + target);
    }

    private void write(StoredRun found, OutputStream out) throws IOException {
        switch (format) {
            case csv -> CsvOutput.write(RunPoints.of(found), out);
            case json -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                JsonOutput.write(RunPoints.of(found), writer);
                writer.flush();
            }
            case arrow -> ArrowFile.write(found, out);
            case parquet -> throw new IllegalStateException("Parquet is written by the database");
        }
    }
}
