package dev.winnow.reports.html;

import dev.winnow.engine.ExactNumber;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import java.util.List;

/**
 * A table of the page.
 *
 * @param caption what it holds
 * @param columns its columns
 * @param rows rows of as many cells as there are columns
 */
record HtmlTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    /** A column; those of numbers stand to the right and sort as numbers. */
    record Column(String name, boolean number) {
        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /**
     * A cell.
     *
     * @param text as shown
     * @param key what it sorts by: a number in full in a column of numbers; empty sorts last
     */
    record Cell(String text, String key) {
        static Cell text(String text) {
            return new Cell(text, text);
        }

        static Cell number(double value, String text) {
            return new Cell(text, Double.isNaN(value) ? "" : ExactNumber.text(value));
        }

        static Cell count(long count) {
            return new Cell(NumberText.grouped(count), Long.toString(count));
        }

        static Cell metric(Metric metric, double value) {
            return number(value, NumberText.metric(metric.unit(), value, Glyphs.UNICODE));
        }
    }

    HtmlTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
