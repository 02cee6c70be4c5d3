package dev.winnow.reports.runs;

import dev.winnow.engine.UserError;
import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.Listing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Runs in SQL, by DuckDB in memory: the view {@code runs.results} unites the points of all runs, by name of parameter
 * and metric, with their run; {@code runs.manifests} has a row a run, its manifest as JSON. A run's
 * {@code results.parquet} is read in place of its frames where there is one. Not thread-safe.
 */
public final class RunDatabase implements Closeable {
    /** File name of a run's points as Parquet, in its folder. */
    public static final String PARQUET = "results.parquet";

    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC);

    private final DuckDBConnection connection;

    private RunDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database of these runs.
     *
     * @param withResults whether their points are wanted, or only the manifests
     * @throws UserError when results cannot be read
     */
    public static RunDatabase of(List<StoredRun> runs, boolean withResults) throws IOException {
        RunDatabase database = open();
        try {
            database.execute("CREATE SCHEMA runs");
            database.addManifests(runs);
            List<String> parts = new ArrayList<>();
            for (StoredRun run : withResults ? runs : List.<StoredRun>of()) {
                String points = database.relation(run, "points_" + parts.size());
                if (points != null) {
                    parts.add("SELECT " + literal(run.name()) + " AS run, * FROM " + points);
                }
            }
            database.execute("CREATE VIEW runs.results AS "
                    + (parts.isEmpty()
                            ? "SELECT NULL::VARCHAR AS run, NULL::VARCHAR AS symbol, NULL::BIGINT AS point WHERE false"
                            : String.join(" UNION ALL BY NAME ", parts)));
            return database;
        } catch (SQLException e) {
            database.close();
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Writes the run's points as Parquet; the file appears whole.
     *
     * @throws UserError when the results cannot be read
     */
    public static void writeParquet(StoredRun run, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (RunDatabase database = open()) {
            database.load(run, "points");
            database.execute("COPY points TO " + literal(draft.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            Files.deleteIfExists(draft);
            throw new IOException(firstLine(e), e);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The rows of a query, held in memory.
     *
     * @throws UserError when the query is wrong
     */
    public Listing query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData meta = rows.getMetaData();
            List<Listing.Column> columns = new ArrayList<>();
            for (int c = 1; c <= meta.getColumnCount(); c++) {
                columns.add(new Listing.Column(meta.getColumnName(c), NUMBERS.contains(meta.getColumnType(c))));
            }
            List<List<@Nullable Object>> values = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                for (int c = 1; c <= columns.size(); c++) {
                    row.add(plain(rows.getObject(c)));
                }
                values.add(row);
            }
            return new Listing(columns, values);
        } catch (SQLException e) {
            throw new UserError("query: " + firstLine(e)
                    + "; there are runs.results (run, symbol, point, parameters, metrics, cause) and runs.manifests");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static RunDatabase open() {
        Properties settings = new Properties();
        // nothing is fetched from anywhere to read local files
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("TimeZone", "UTC");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            return new RunDatabase(connection.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void addManifests(List<StoredRun> runs) throws SQLException {
        execute("CREATE TABLE runs.manifests (run VARCHAR, status VARCHAR, name VARCHAR, started VARCHAR,"
                + " version VARCHAR, commit VARCHAR, objective VARCHAR, folder VARCHAR, manifest VARCHAR)");
        try (DuckDBAppender rows = connection.createAppender("runs", "manifests")) {
            for (StoredRun run : runs) {
                rows.beginRow().append(run.name()).append(run.status().text());
                for (String field : List.of("name", "started", "version", "commit", "objective")) {
                    rows.append(run.manifest().path(field).asText());
                }
                rows.append(run.folder().toString()).append(run.manifest().toString());
                rows.endRow();
            }
        }
    }

    /** Where the run's points can be selected from, null when it has none; where need be a new table of that name. */
    private @Nullable String relation(StoredRun run, String table) throws IOException {
        Path parquet = run.folder().resolve(PARQUET);
        if (Files.exists(parquet)) {
            return "read_parquet(" + literal(parquet.toString()) + ")";
        }
        try (ResultsReader results = ResultsReader.open(run.folder()).orElse(null)) {
            if (results == null) {
                return null;
            }
        }
        load(run, table);
        return table;
    }

    /** Makes a table of the run's points. */
    void load(StoredRun run, String table) throws IOException {
        try (ResultsReader results = run.results()) {
            PointColumns columns = new PointColumns(results.layout());
            execute("CREATE TABLE " + table
                    + columns.all().stream()
                            .map(column -> quoted(column.name()) + " " + column.type())
                            .collect(Collectors.joining(", ", " (", ")")));
            try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
                for (Optional<Frame> next = results.next(); next.isPresent(); next = results.next()) {
                    for (int i = 0; i < next.get().count(); i++) {
                        append(rows, columns.values(next.get(), i));
                    }
                }
            }
            if (!results.complete() && run.status() == RunStatus.COMPLETE) {
                throw results.damage();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(DuckDBAppender rows, List<@Nullable Object> values) throws SQLException {
        rows.beginRow();
        for (Object value : values) {
            switch (value) {
                case null -> rows.appendNull();
                case Double number -> rows.append(number.doubleValue());
                case Long number -> rows.append(number.longValue());
                case Boolean flag -> rows.append(flag.booleanValue());
                case Object text -> rows.append(text.toString());
            }
        }
        rows.endRow();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case Object other -> other.toString();
        };
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
