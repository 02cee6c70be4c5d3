package dev.winnow.cli.option;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.report.ReportFile;
import dev.winnow.reports.html.BenchReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --report FILE}, the same on every command that times something. */
public final class PageOption {
    @Option(names = "--report", paramLabel = "FILE", description = "Write a page with pictures of the figures.")
    private @Nullable Path file;

    /** Whether there is to be one. */
    public boolean wanted() {
        return file != null;
    }

    /** Writes the page, where it is asked for. */
    public void write(BenchReport page, Console console) {
        Path file = this.file;
        if (file != null) {
            ReportFile.write(page, file);
            console.err().println("report " + file);
        }
    }
}
