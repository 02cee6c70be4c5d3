package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.WholeFile;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.RunsOption;
import dev.winnow.cli.report.Browser;
import dev.winnow.cli.report.ReportFile;
import dev.winnow.cli.report.RunReports;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.format.MarkdownReport;
import dev.winnow.reports.format.ReportTree;
import dev.winnow.reports.summary.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow report}: what a run found and how sure that is, or several runs side by side. */
@Command(name = "report", description = "Report what a run found and how sure that is; several runs side by side.")
final class ReportCommand implements Runnable {
    /** Formats of a report, named as typed. */
    enum Format {
        html,
        md,
        json,
        csv
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final RunsOption runs = new RunsOption();

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Names of runs in the folder of runs, or folders.")
    private List<String> names;

    @Option(names = "--format", paramLabel = "FORMAT", description = "html, md, json or csv; default: html.")
    private Format format = Format.html;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; default: stdout, for html report.html (of several: comparison.html) in the first"
                    + " run's folder.")
    private @Nullable Path output;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Which symbol; default: the one with the best point.")
    private @Nullable String symbol;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Show the profile of the run in this folder, which winnow profile wrote; default: the folder"
                    + " 'profile' in the run's, where there is one.")
    private @Nullable Path profile;

    @Option(names = "--open", description = "Open the page in the browser.")
    private boolean open;

    private final Console console;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (open && format != Format.html) {
            throw new UserError("--open: a browser shows html, not " + format + "; drop one of the two");
        }
        if (profile != null && (names.size() > 1 || format != Format.html)) {
            throw new UserError("--profile " + profile + ": the page of a single run shows it; name one run and"
                    + " --format html");
        }
        List<StoredRun> found = names.stream().map(runs.catalog()::find).toList();
        List<RunReport> reports = reports(found);
        for (RunReport report : reports) {
            if (!report.missing().isEmpty()) {
                console.err()
                        .println("report " + report.summary().run().folder() + ": without the best point in full: "
                                + report.missing());
            }
        }
        if (format == Format.html) {
            page(reports, found.getFirst().folder());
        } else {
            text(reports);
        }
    }

    private List<RunReport> reports(List<StoredRun> found) {
        RunReports reader = new RunReports(console, profile);
        List<RunReport> reports = new ArrayList<>();
        for (StoredRun run : found) {
            try {
                reports.add(reader.read(run, symbol));
            } catch (IOException e) {
                throw new UserError("run " + run.folder() + " cannot be read (" + e.getMessage()
                        + "); check the folder's permissions");
            }
        }
        return reports;
    }

    private void page(List<RunReport> reports, Path folder) {
        Path named = output;
        Path file = named != null ? named : folder.resolve(reports.size() == 1 ? ReportFile.NAME : "comparison.html");
        ReportFile.write(reports, file);
        console.out().println(file);
        if (open) {
            Browser.open(file, console);
        }
    }

    private void text(List<RunReport> reports) {
        Path file = output;
        try {
            if (file == null) {
                text(reports, console.out());
            } else {
                WholeFile.write(file, out -> text(reports, out));
                console.out().println(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("report " + (file == null ? "to stdout" : file) + ": cannot be written ("
                    + e.getMessage() + "); name a file that can be by -o");
        }
    }

    private void text(List<RunReport> reports, OutputStream out) throws IOException {
        switch (format) {
            case md -> MarkdownReport.write(reports, out);
            case json -> ReportTree.json(reports, out);
            case csv -> ReportTree.csv(reports, out);
            case html -> throw new IllegalStateException("a page has a file of its own");
        }
    }
}
