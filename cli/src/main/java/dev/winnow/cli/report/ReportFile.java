package dev.winnow.cli.report;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.WholeFile;
import dev.winnow.engine.UserError;
import dev.winnow.reports.html.BenchReport;
import dev.winnow.reports.html.HtmlReport;
import dev.winnow.reports.summary.RunReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a report in a file, there as a whole or not at all. */
public final class ReportFile {
    /** Name of a run's report in its folder. */
    public static final String NAME = "report.html";

    private ReportFile() {}

    /**
     * Writes the page of runs.
     *
     * @throws UserError when the file cannot be written
     */
    public static void write(List<RunReport> reports, Path file) {
        write(file, "-o", writer -> HtmlReport.write(reports, writer));
    }

    /**
     * Writes the page of a benchmark, and says so.
     *
     * @param file null if none is wanted
     * @throws UserError when the file cannot be written
     */
    public static void write(BenchReport bench, @Nullable Path file, Console console) {
        if (file != null) {
            write(file, "--report", writer -> HtmlReport.write(bench, writer));
            console.err().println("report " + file);
        }
    }

    /** Writes a page. */
    private interface Page {
        void write(Writer out) throws IOException;
    }

    private static void write(Path file, String option, Page page) {
        try {
            WholeFile.write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                page.write(writer);
                writer.flush();
            });
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("report " + file + ": cannot be written (" + e.getMessage()
                    + "); name a file that can be by " + option);
        }
    }
}
