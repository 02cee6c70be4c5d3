package dev.winnow.replay.market;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.winnow.engine.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads bars from delimited text, UTF-8, plain or gzip (told by the first bytes, not by the name), with a header line;
 * see {@link ColumnLayout} for the columns and {@link TimeText} for the times. The delimiter is the one of comma,
 * semicolon, tab and pipe under which the header has the most known names.
 */
final class CsvBars {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int HEAD = 1 << 16;
    private static final int TYPICAL_ROW = 40;

    private final SourceFile source;
    private final boolean drop;

    private CsvBars(SourceFile source, boolean drop) {
        this.source = source;
        this.drop = drop;
    }

    /** @throws UserError if the file cannot be read, has no header or has rows that break a rule and are not dropped */
    static SourceBars read(SourceFile source, @Nullable Character delimiter, boolean drop) {
        return new CsvBars(source, drop).read(delimiter);
    }

    private SourceBars read(@Nullable Character delimiter) {
        try (InputStream in = open(source.path())) {
            byte[] head = in.readNBytes(HEAD);
            refuseForeign(head);
            int mark = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            InputStream first = new ByteArrayInputStream(head, mark, head.length - mark);
            InputStream whole = head.length < HEAD ? first : new SequenceInputStream(first, in);
            char separator = delimiter == null ? detect(head, mark) : delimiter;
            return parse(new InputStreamReader(whole, StandardCharsets.UTF_8), separator);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause() == null ? e : e.getCause());
        } catch (CsvParseException e) {
            throw unreadable(e.getCause() == null ? e : e.getCause());
        } catch (IllegalArgumentException e) {
            throw new UserError(source.name() + ": '" + delimiter + "' cannot be a delimiter; use a comma, semicolon,"
                    + " tab or pipe (data.delimiter)");
        }
    }

    private UserError unreadable(Throwable cause) {
        return new UserError(source.name() + ": cannot be read as delimited text: "
                + String.valueOf(cause.getMessage()).replace('\n', ' ')
                + "; check that the file is whole");
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            byte[] magic = in.readNBytes(2);
            if (startsWith(magic, 0x1F, 0x8B)) {
                in.close();
                in = Files.newInputStream(path);
                return new GZIPInputStream(in, HEAD);
            }
            return new SequenceInputStream(new ByteArrayInputStream(magic), in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private void refuseForeign(byte[] head) {
        if (head.length == 0) {
            throw new UserError(source.name() + ": the file is empty");
        }
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            throw new UserError(source.name() + ": the text is UTF-16; save it as UTF-8");
        }
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            throw new UserError(source.name() + ": this is a Parquet file; let its name end with .parquet");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw new UserError(source.name() + ": this is a zip file; unpack it, or pack it with gzip");
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

    private SourceBars parse(Reader text, char separator) throws IOException {
        BadRows badRows = new BadRows(source.name(), "line", drop);
        int expected = (int) Math.min(1 << 22, Files.size(source.path()) / TYPICAL_ROW);
        CsvRows rows = new CsvRows(source.name(), separator, badRows, expected);
        try (CsvReader<CsvRows> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false) // or one stray quote would swallow the rest of the file as a dropped row
                .build(rows, text)) {
            for (CsvRows row : reader) {
                row.finish();
            }
        }
        badRows.refuse();
        return new SourceBars(rows.bars(source.symbol()), badRows.dropped());
    }
}
