package dev.winnow.replay.market;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.winnow.engine.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text on its way in, row by row: UTF-8, plain or gzip (told by the first bytes, not by the name), with a
 * header line; see {@link ColumnLayout} for the columns and {@link TimeText} for the times. The delimiter is the one of
 * comma, semicolon, tab and pipe under which the header has the most known names. Never waits for more than the row
 * that is asked for.
 */
final class CsvText {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int HEAD = 1 << 16;

    private final String source;
    private final CsvRows rows;
    private final CloseableIterator<CsvRows> lines;

    /**
     * The text of a stream, which stays the caller's to close.
     *
     * @param source its name, for messages
     * @param delimiter null: detected
     * @param sinks where the bars go, asked once the header is known
     * @throws UserError if it is no text, or cannot be read
     */
    CsvText(
            String source,
            InputStream in,
            @Nullable Character delimiter,
            BadRows badRows,
            Function<ColumnLayout, BarSink> sinks) {
        this.source = source;
        try {
            InputStream plain = plain(in);
            byte[] head = head(plain);
            refuseForeign(source, head);
            int mark = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            plain.skipNBytes(mark);
            char separator = delimiter == null ? detect(head, mark) : delimiter;
            this.rows = new CsvRows(source, separator, badRows, sinks);
            this.lines = lines(new InputStreamReader(plain, StandardCharsets.UTF_8), separator);
        } catch (IOException e) {
            throw unreadable(source, e);
        } catch (UncheckedIOException | CsvParseException e) {
            throw problem(e);
        } catch (IllegalArgumentException e) {
            throw new UserError(source + ": '" + delimiter + "' cannot be a delimiter; use a comma, semicolon,"
                    + " tab or pipe (data.delimiter)");
        }
    }

    private CloseableIterator<CsvRows> lines(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false) // or one stray quote would swallow the rest of the file as a dropped row
                .build(rows, text)
                .iterator();
    }

    /**
     * Takes the next row, the header included; false at the end of the text.
     *
     * @throws UserError if it cannot be read, or if the header is none
     */
    boolean next() {
        try {
            if (!lines.hasNext()) {
                return false;
            }
            lines.next().finish();
            return true;
        } catch (RuntimeException e) {
            throw problem(e);
        }
    }

    /** Whether the header has passed. */
    boolean begun() {
        return rows.begun();
    }

    private RuntimeException problem(RuntimeException e) {
        return e instanceof UncheckedIOException || e instanceof CsvParseException
                ? unreadable(source, e.getCause() == null ? e : e.getCause())
                : e;
    }

    static UserError unreadable(String source, Throwable cause) {
        return new UserError(source + ": cannot be read as delimited text: "
                + String.valueOf(cause.getMessage()).replace('\n', ' ')
                + "; check that the file is whole");
    }

    static UserError noLines(String source) {
        return new UserError(source + ": the file has no lines");
    }

    /** Unpacked, and able to step back over its head. */
    private static InputStream plain(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in, HEAD);
        buffered.mark(2);
        byte[] magic = buffered.readNBytes(2);
        buffered.reset();
        return startsWith(magic, 0x1F, 0x8B)
                ? new BufferedInputStream(new GZIPInputStream(buffered, HEAD), HEAD)
                : buffered;
    }

    /** The bytes up to the end of the first line that is not empty, at most HEAD; the stream is where it was. */
    private static byte[] head(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = new byte[HEAD];
        int size = 0;
        boolean line = false;
        while (size < HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head[size++] = (byte) next;
            boolean ends = next == '\n' || next == '\r';
            if (ends && line) {
                break;
            }
            line |= !ends;
        }
        in.reset();
        return Arrays.copyOf(head, size);
    }

    private static void refuseForeign(String source, byte[] head) {
        if (head.length == 0) {
            throw new UserError(source + ": the file is empty");
        }
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            throw new UserError(source + ": the text is UTF-16; save it as UTF-8");
        }
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            throw new UserError(source
                    + ": this is a Parquet file; let its name end with .parquet (a stream takes delimited text only)");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw new UserError(source + ": this is a zip file; unpack it, or pack it with gzip");
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static char detect(byte[] head, int mark) {
        int from = mark;
        while (from < head.length && (head[from] == '\n' || head[from] == '\r')) {
            from++;
        }
        int to = from;
        while (to < head.length && head[to] != '\n' && head[to] != '\r') {
            to++;
        }
        String line = new String(head, from, to - from, StandardCharsets.UTF_8);
        char best = DELIMITERS[0];
        int most = -1;
        for (char delimiter : DELIMITERS) {
            List<String> names = split(line, delimiter);
            // a known name outweighs any number of unknown ones
            int score = ColumnLayout.known(names) * (HEAD + 1) + names.size();
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<String> split(String line, char delimiter) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
            parts.add(line.substring(from, at));
            from = at + 1;
        }
        parts.add(line.substring(from));
        return parts;
    }
}
