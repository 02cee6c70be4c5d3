package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Reads bars from a Parquet file by DuckDB, under the same names and rules as text. The time column may be a date, a
 * timestamp (with zone: converted to UTC; without: taken as UTC), an epoch number or text; prices and volume must be
 * numeric columns. Rows keep the order of the file and are counted from 1.
 */
final class ParquetBars {
    private final SourceFile source;
    private final BadRows badRows;
    private final TimeText times = new TimeText();

    private ParquetBars(SourceFile source, boolean drop) {
        this.source = source;
        this.badRows = new BadRows(source.name(), "row", drop);
    }

    /** @throws UserError if the file is no Parquet, lacks a column or has rows that break a rule and are not dropped */
    static SourceBars read(SourceFile source, boolean drop) {
        return new ParquetBars(source, drop).read();
    }

    private SourceBars read() {
        Properties settings = new Properties();
        // nothing is fetched from anywhere to read a local file
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("TimeZone", "UTC");
        String table = "read_parquet('" + literal(source.path().toString()) + "')";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            ColumnLayout layout;
            String query;
            try (ResultSet empty = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
                layout = layout(empty.getMetaData());
                query = query(layout, empty.getMetaData(), table);
            }
            BarColumns columns = new BarColumns(layout, badRows, 1 << 12);
            try (ResultSet rows = statement.executeQuery(query)) {
                for (long row = 1; rows.next(); row++) {
                    add(row, rows, layout, columns);
                }
            }
            badRows.refuse();
            return new SourceBars(columns.bars(source.symbol()), badRows.dropped());
        } catch (SQLException e) {
            throw new UserError(source.name() + ": cannot be read as Parquet: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "; check that the file is whole");
        }
    }

    /** The path as itself: neither the end of a string nor a pattern of other files. */
    private static String literal(String path) {
        return path.replaceAll("[\\[*?]", "[$0]").replace("'", "''");
    }

    private ColumnLayout layout(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnName(i));
        }
        return ColumnLayout.of(source.name(), source.name(), names);
    }

    private String query(ColumnLayout layout, ResultSetMetaData columns, String table) throws SQLException {
        List<String> selected = new ArrayList<>();
        for (int role = 0; role < ColumnLayout.TIME; role++) {
            if (layout.place(role) >= 0) {
                String type = columns.getColumnTypeName(layout.place(role) + 1).toUpperCase(Locale.ROOT);
                if (!type.matches("(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL.*|FLOAT|DOUBLE)")) {
                    throw new UserError(source.name() + ": column '" + layout.name(role) + "' has the type " + type
                            + "; prices and volume must be numbers");
                }
                selected.add("CAST(" + quoted(columns, layout.place(role)) + " AS DOUBLE)");
            } else {
                selected.add("0.0::DOUBLE");
            }
        }
        selected.add(layout.timed() ? moment(columns, layout.place(ColumnLayout.TIME)) : "NULL");
        selected.add(
                layout.place(ColumnLayout.CLOCK) < 0
                        ? "NULL"
                        : "CAST(" + quoted(columns, layout.place(ColumnLayout.CLOCK)) + " AS VARCHAR)");
        return "SELECT " + String.join(", ", selected) + " FROM " + table;
    }

    /** Dates and timestamps as microseconds, anything else as the text that a CSV file would hold. */
    private static String moment(ResultSetMetaData columns, int place) throws SQLException {
        String type = columns.getColumnTypeName(place + 1).toUpperCase(Locale.ROOT);
        String column = quoted(columns, place);
        if (type.equals("DATE")) {
            return "epoch_us(CAST(" + column + " AS TIMESTAMP))";
        }
        return type.startsWith("TIMESTAMP") ? "epoch_us(" + column + ")" : "CAST(" + column + " AS VARCHAR)";
    }

    private static String quoted(ResultSetMetaData columns, int place) throws SQLException {
        return "\"" + columns.getColumnName(place + 1).replace("\"", "\"\"") + "\"";
    }

    private void add(long row, ResultSet rows, ColumnLayout layout, BarColumns columns) throws SQLException {
        long before = badRows.problems();
        double[] values = new double[5];
        for (int role = 0; role < values.length; role++) {
            values[role] = rows.getDouble(role + 1);
            if (rows.wasNull()) {
                badRows.add(row, layout.name(role), "", "is missing");
            }
        }
        long moment = layout.timed() ? moment(row, rows, layout) : 0;
        if (layout.place(ColumnLayout.CLOCK) >= 0) {
            moment += clock(row, rows, layout);
        }
        if (badRows.problems() > before) {
            badRows.drop();
        } else {
            columns.add(row, moment, values);
        }
    }

    private long moment(long row, ResultSet rows, ColumnLayout layout) throws SQLException {
        Object value = rows.getObject(6);
        if (value instanceof Long micros) {
            return micros;
        }
        String text = value == null ? "" : value.toString();
        long moment = times.parse(text);
        if (moment == TimeText.INVALID) {
            badRows.add(row, layout.name(ColumnLayout.TIME), text, times.problem());
        }
        return moment;
    }

    private long clock(long row, ResultSet rows, ColumnLayout layout) throws SQLException {
        String value = rows.getString(7);
        String text = value == null ? "" : value;
        long clock = times.parseClock(text.toCharArray(), 0, text.length());
        if (clock == TimeText.INVALID) {
            badRows.add(row, layout.name(ColumnLayout.CLOCK), text, times.problem());
        }
        return clock;
    }
}
