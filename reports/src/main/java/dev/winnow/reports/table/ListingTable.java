package dev.winnow.reports.table;

import dev.winnow.reports.Listing;
import dev.winnow.reports.table.TextTable.Column;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows for people; numbers have the fewest digits that read back to them. */
public final class ListingTable {
    private ListingTable() {}

    /**
     * Writes header and rows, reading the rows twice.
     *
     * @throws java.io.UncheckedIOException when writing fails
     */
    public static void write(Listing listing, Glyphs glyphs, Appendable out) {
        List<Column> columns = listing.columns().stream()
                .map(column -> column.number() ? Column.right(column.name()) : Column.left(column.name()))
                .toList();
        Iterable<List<String>> rows = () -> StreamSupport.stream(listing.rows().spliterator(), false)
                .map(row -> row.stream().map(value -> text(value, glyphs)).toList())
                .iterator();
        new TextTable(columns, glyphs).write(rows, out);
    }

    private static String text(@Nullable Object value, Glyphs glyphs) {
        return switch (value) {
            case null -> glyphs.undefined();
            case Double number when number.isNaN() -> glyphs.undefined();
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case Object other -> other.toString();
        };
    }
}
