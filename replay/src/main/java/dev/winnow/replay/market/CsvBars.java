package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Reads all bars of a file of delimited text, see {@link CsvText}. */
final class CsvBars {
    private static final int TYPICAL_ROW = 40;

    private CsvBars() {}

    /** @throws UserError if the file cannot be read, has no header or has rows that break a rule and are not dropped */
    static SourceBars read(SourceFile source, @Nullable Character delimiter, boolean drop) {
        BadRows badRows = new BadRows(source.name(), "line", drop);
        Columns columns = new Columns();
        try (InputStream in = Files.newInputStream(source.path())) {
            int expected = (int) Math.min(1 << 22, Files.size(source.path()) / TYPICAL_ROW);
            CsvText text = new CsvText(source.name(), in, delimiter, badRows, layout -> {
                columns.made = new BarColumns(layout, badRows, expected);
                return columns.made;
            });
            while (text.next()) {
                // every row goes to the columns
            }
        } catch (IOException e) {
            throw CsvText.unreadable(source.name(), e);
        }
        badRows.refuse();
        return new SourceBars(columns.bars(source), badRows.dropped());
    }

    /** The columns, once the header has said which they are. */
    private static final class Columns {
        private @Nullable BarColumns made;

        Bars bars(SourceFile source) {
            BarColumns columns = made;
            if (columns == null) {
                throw CsvText.noLines(source.name());
            }
            return columns.bars(source.symbol());
        }
    }
}
