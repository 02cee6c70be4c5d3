package dev.winnow.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named columns and their rows. A value is a String, Boolean, Long or Double, or null where there is none; a NaN is
 * written as none.
 *
 * @param columns the columns, their names each once
 * @param rows rows of as many values as there are columns; need not be held in memory
 */
public record Listing(List<Column> columns, Iterable<? extends List<? extends @Nullable Object>> rows) {
    /** A column; those of numbers stand to the right in a table. */
    public record Column(String name, boolean number) {
        public static Column text(String name) {
            return new Column(name, false);
        }

        public static Column number(String name) {
            return new Column(name, true);
        }
    }

    public Listing {
        columns = List.copyOf(columns);
    }
}
