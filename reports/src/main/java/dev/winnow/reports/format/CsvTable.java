package dev.winnow.reports.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.winnow.engine.ExactNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * CSV with a header, in UTF-8, streamed row by row. Fields are quoted as RFC 4180 has it, where they need it; lines end
 * in a line feed.
 */
public final class CsvTable {
    private CsvTable() {}

    /**
     * Writes header and rows; what they are written to stays open.
     *
     * @param rows rows of as many fields as the header has
     * @throws UncheckedIOException when writing fails
     */
    public static void write(List<String> header, Iterable<? extends List<String>> rows, OutputStream out) {
        // not closed: that would close what it writes to
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        try {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number in the fewest digits that read back to it; NaN is empty. */
    public static String number(double value) {
        return Double.isNaN(value) ? "" : ExactNumber.text(value);
    }
}
