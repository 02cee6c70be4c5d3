package dev.winnow.cli.option;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.report.ReportFile;
import dev.winnow.cli.report.RunReports;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --report}, the same on every command that ends with a run in a folder. */
public final class ReportOption {
    @Option(names = "--report", description = "Write report.html into the run's folder at the end.")
    private boolean report;

    /** Writes the report of the run in the folder, where it is asked for. */
    public void write(Path folder, Console console) throws IOException {
        if (report) {
            Path file = folder.resolve(ReportFile.NAME);
            StoredRun run = StoredRun.in(folder).orElseThrow();
            ReportFile.write(List.of(new RunReports(console, null).read(run, null)), file);
            console.err().println("report " + file);
        }
    }
}
