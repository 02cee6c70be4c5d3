package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetBarsTest {
    @TempDir
    Path folder;

    private void write(String select, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'America/New_York'");
            statement.execute("COPY (" + select + ") TO '"
                    + folder.resolve(name).toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }

    private LoadedBars load(String name) {
        return MarketData.load(DataSpec.of(name), folder, folder.resolve("cache"))
                .get(0);
    }

    @Test
    void parquet_and_csv_of_the_same_bars_have_one_digest() throws SQLException, IOException {
        Bars bars = SyntheticBars.generate(new SyntheticSpec(3000, 9, 100, 0.2, 0, "5m", 9, 0.1));
        Path csv = folder.resolve("b.csv");
        BarsCsv.write(bars, csv);
        write("SELECT * FROM read_csv('" + csv + "')", "it's b.parquet");
        LoadedBars loaded = load("it's b.parquet");
        assertThat(loaded.summary().digest()).isEqualTo(BarDigest.of(bars));
        assertThat(loaded.bars().symbol()).isEqualTo("it's b");
    }

    @Test
    void a_name_that_looks_like_a_pattern_is_one_file() throws SQLException {
        write("SELECT 1 AS close", "x[1].parquet");
        write("SELECT 2 AS close", "x1.parquet");
        assertThat(load("x[1].parquet").bars().close()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATE '2020-03-26'",
                "TIMESTAMP '2020-03-26 00:00:00'",
                "CAST('2020-03-26 00:00:00' AS TIMESTAMP_S)",
                "CAST('2020-03-26 00:00:00' AS TIMESTAMP_MS)",
                "CAST('2020-03-26 00:00:00' AS TIMESTAMP_NS)",
                "to_timestamp(1585180800)",
                "1585180800",
                "1585180800000",
                "1585180800000000",
                "'2020-03-26'",
                "'2020-03-26T02:00:00+02:00'",
            })
    void every_kind_of_time_column_means_its_moment(String time) throws SQLException {
        write("SELECT " + time + " AS \"Date\", 5 AS \"Close\"", "t.parquet");
        Bars bars = load("t.parquet").bars();
        assertThat(TimeText.format(bars.time()[0])).isEqualTo("2020-03-26");
        assertThat(bars.open()).containsExactly(5);
    }

    @Test
    void the_rules_of_bars_hold_by_row() throws SQLException {
        write(
                "SELECT * FROM (VALUES (DATE '2020-01-01', 10, 11, 9, 10.5), (DATE '2020-01-02', 10, 9, 9, 10),"
                        + " (DATE '2020-01-01', 1, 1, 1, 1), (NULL, 1, 1, 1, NULL))"
                        + " t(date, open, high, low, close)",
                "bad.parquet");
        assertThatThrownBy(() -> load("bad.parquet"))
                .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.problems())
                        .satisfiesExactly(
                                p -> assertThat(p).startsWith("bad.parquet, row 2, column high: '9' is below"),
                                p -> assertThat(p).startsWith("bad.parquet, row 3, column date: '2020-01-01' is not"),
                                p -> assertThat(p).startsWith("bad.parquet, row 4, column close: '' is missing"),
                                p -> assertThat(p).startsWith("bad.parquet, row 4, column date: '' is missing")));
        DataSpec drop = new DataSpec(List.of("bad.parquet"), null, null, null, null, Double.NaN, true, null);
        LoadedBars loaded = MarketData.load(drop, folder, folder).get(0);
        assertThat(loaded.summary().droppedRows()).isEqualTo(3);
        assertThat(loaded.bars().close()).containsExactly(10.5);
    }

    @Test
    void columns_that_do_not_fit_are_refused() throws SQLException {
        write("SELECT 'x' AS close", "text.parquet");
        assertThatThrownBy(() -> load("text.parquet"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("column 'close' has the type VARCHAR");
        write("SELECT 1 AS prise", "none.parquet");
        assertThatThrownBy(() -> load("none.parquet"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean 'price'?");
    }
}
