package dev.winnow.replay.market;

import dev.winnow.engine.ExactNumber;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes bars as CSV: a header, {@code date} (all times are midnight) or {@code time}, then open, high, low, close and
 * volume. Times are ISO in UTC, numbers the shortest text that reads back as the same bits; lines end with \n. Bars
 * without time have no time column. Loading the file again gives equal columns.
 */
public final class BarsCsv {
    private BarsCsv() {}

    /** Writes the whole file, replacing one that is there. */
    public static void write(Bars bars, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(bars, out);
        }
    }

    /** Appends header and rows. */
    public static void write(Bars bars, Appendable out) throws IOException {
        if (bars.timed()) {
            out.append(midnights(bars.time()) ? "date," : "time,");
        }
        out.append("open,high,low,close,volume\n");
        for (int t = 0; t < bars.size(); t++) {
            if (bars.timed()) {
                out.append(TimeText.format(bars.time()[t])).append(',');
            }
            out.append(ExactNumber.text(bars.open()[t])).append(',');
            out.append(ExactNumber.text(bars.high()[t])).append(',');
            out.append(ExactNumber.text(bars.low()[t])).append(',');
            out.append(ExactNumber.text(bars.close()[t])).append(',');
            out.append(ExactNumber.text(bars.volume()[t])).append('\n');
        }
    }

    private static boolean midnights(long[] time) {
        for (long moment : time) {
            if (Math.floorMod(moment, TimeText.DAY) != 0) {
                return false;
            }
        }
        return true;
    }
}
