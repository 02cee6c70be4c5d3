package dev.winnow.reports.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Aligned columns under a header and a line. The rows are read twice, for their widths and for their text, and never
 * held: a table may have millions.
 */
public final class TextTable {
    private static final String GAP = "  ";

    /** Which end of a cell stands at the edge of its column. */
    public enum Alignment {
        LEFT,
        RIGHT
    }

    /** A column's header and alignment. */
    public record Column(String header, Alignment alignment) {
        public static Column left(String header) {
            return new Column(header, Alignment.LEFT);
        }

        public static Column right(String header) {
            return new Column(header, Alignment.RIGHT);
        }
    }

    private final List<Column> columns;
    private final Glyphs glyphs;

    public TextTable(List<Column> columns, Glyphs glyphs) {
        this.columns = List.copyOf(columns);
        this.glyphs = glyphs;
    }

    /**
     * Writes header, line and rows.
     *
     * @param rows rows of as many cells as there are columns, the same at each reading
     * @throws UncheckedIOException when writing fails
     */
    public void write(Iterable<? extends List<String>> rows, Appendable out) {
        List<String> headers = columns.stream().map(Column::header).toList();
        int[] widths = new int[columns.size()];
        widen(widths, headers);
        for (List<String> row : rows) {
            widen(widths, row);
        }
        try {
            StringBuilder line = new StringBuilder();
            writeLine(widths, headers, line, out);
            writeRule(widths, out);
            for (List<String> row : rows) {
                writeLine(widths, row, line, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void widen(int[] widths, List<String> cells) {
        if (cells.size() != widths.length) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells under " + widths.length);
        }
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.max(widths[c], width(cells.get(c)));
        }
    }

    private void writeRule(int[] widths, Appendable out) throws IOException {
        int total = Math.max(0, widths.length - 1) * GAP.length();
        for (int width : widths) {
            total += width;
        }
        out.append(glyphs.rule().repeat(total)).append('\n');
    }

    private void writeLine(int[] widths, List<String> cells, StringBuilder line, Appendable out) throws IOException {
        line.setLength(0);
        for (int c = 0; c < widths.length; c++) {
            String cell = cells.get(c);
            int padding = widths[c] - width(cell);
            line.append(c == 0 ? "" : GAP);
            switch (columns.get(c).alignment()) {
                case LEFT -> line.append(cell).repeat(' ', padding);
                case RIGHT -> line.repeat(' ', padding).append(cell);
            }
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        out.append(line, 0, end).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
