package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketDataTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private List<String> symbols(String... paths) {
        DataSpec spec = new DataSpec(List.of(paths), null, null, null, null, Double.NaN, false, null);
        return MarketData.load(spec, folder, folder).stream()
                .map(loaded -> loaded.bars().symbol())
                .toList();
    }

    private Bars load(@Nullable String from, @Nullable String to) {
        DataSpec spec = new DataSpec(List.of("d.csv"), null, from, to, null, Double.NaN, false, null);
        return MarketData.load(spec, folder, folder).get(0).bars();
    }

    @Test
    void symbols_come_from_globs_and_lists_in_order() throws IOException {
        for (String name : List.of("b.csv", "a.csv", "BRK.B.csv", "sub/c.csv", "sub/deep/e.csv", "other.txt")) {
            write(name, "close\n1\n");
        }
        assertThat(symbols("*.csv")).containsExactly("BRK.B", "a", "b");
        assertThat(symbols("sub/*.csv")).containsExactly("c");
        assertThat(symbols("sub/**.csv")).containsExactly("c", "e");
        assertThat(symbols("*/?.csv")).containsExactly("c");
        assertThat(symbols("{b,a}.csv", "other.txt")).containsExactly("a", "b", "other");
        assertThat(symbols("b.csv", "a.csv", "./sub/c.csv")).containsExactly("b", "a", "c");
        assertThat(symbols(folder.resolve("a.csv").toString())).containsExactly("a");
    }

    @Test
    void a_file_whose_name_looks_like_a_glob_is_itself() throws IOException {
        write("x[1].csv", "close\n1\n");
        assertThat(symbols("x[1].csv")).containsExactly("x[1]");
    }

    @Test
    void paths_that_name_nothing_are_told_together() throws IOException {
        write("prices.csv", "close\n1\n");
        write("sub/prices.csv", "close\n1\n");
        assertThatThrownBy(() -> symbols("price.csv", "*.tsv", "sub", "nowhere/*.csv", "[.csv"))
                .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.problems())
                        .hasSize(5)
                        .satisfies(p -> assertThat(p.get(0)).contains("did you mean 'prices.csv'?"))
                        .satisfies(p -> assertThat(p.get(2)).contains("'sub' is a folder")));
        assertThatThrownBy(() -> symbols("prices.csv", "sub/prices.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage("data.path: 'prices.csv' and 'sub/prices.csv' are both the symbol 'prices';"
                        + " leave one out or rename it");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02,2020-01-03,2,4",
        "2020-01-02T12:00:00,2020-01-03T00:00:00,2,3",
        "2020-01-02 12:00:00.000001,2020-01-03T11:59,3,3",
        ",2020-01-01,1,1",
        "2020-01-03,,3,5",
        "2020,2020,1,5",
        "2019,2020-01,1,4",
        "2020-02,,5,5",
        ",2020-02-28,1,4",
        ",2020-02,1,5",
    })
    void from_and_to_are_inclusive(@Nullable String from, @Nullable String to, int first, int last) throws IOException {
        write("d.csv", """
                date,close
                2020-01-01 23:59:59.999999,1
                2020-01-02 12:00,2
                2020-01-03 00:00,3
                2020-01-03 23:59,4
                2020-02-29 12:00,5
                """);
        Bars bars = load(from, to);
        assertThat(bars.close()[0]).isEqualTo(first);
        assertThat(bars.close()[bars.size() - 1]).isEqualTo(last);
    }

    @Test
    void a_span_that_holds_no_bar_is_refused() throws IOException {
        write("d.csv", "date,close\n2020-01-01,1\n2020-01-05,2\n");
        assertThatThrownBy(() -> load("2020-01-02", "2020-01-04"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the bars span 2020-01-01 to 2020-01-05");
        assertThatThrownBy(() -> load("2021", "2020"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is before data.from");
        assertThatThrownBy(() -> load("soon", "1585229400"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("data.from: 'soon'")
                .hasMessageContaining("data.to: '1585229400'");
        write("d.csv", "close\n1\n");
        assertThatThrownBy(() -> load("2020", null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("need a time column");
    }

    @ParameterizedTest
    @CsvSource({
        "1d,252",
        "2d,252",
        "4d,252",
        "5d,73.05",
        "1w,52.17857142857143",
        "1h,8766",
        "5m,105192",
        "1m,525960",
        "12h,730.5"
    })
    void periods_per_year_follow_the_median_spacing(String spacing, double periods) {
        SyntheticSpec spec = new SyntheticSpec(40, 1, 100, 0.2, 0, spacing, 0, 0);
        DataSummary summary =
                MarketData.load(DataSpec.of(spec), folder, folder).get(0).summary();
        assertThat(summary.periodsPerYear()).isEqualTo(periods);
        assertThat(summary.periodsPerYearReason()).contains(spacing);
    }

    @Test
    void given_periods_per_year_stand() {
        DataSpec spec = new DataSpec(List.of(), SyntheticSpec.of(9, 1), null, null, "1w", 365, false, null);
        DataSummary summary = MarketData.load(spec, folder, folder).get(0).summary();
        assertThat(summary.periodsPerYear()).isEqualTo(365);
        assertThat(summary.periodsPerYearReason()).contains("periods-per-year");
        assertThat(summary.bars()).isEqualTo(2);
    }

    @Test
    void gaps_leave_out_weekends_unless_bars_stand_there() throws IOException {
        // Friday to Monday is none, Thursday to Monday (a holiday on Friday) is one, two weeks are one
        write(
                "d.csv",
                "date,close\n2024-01-03,1\n2024-01-04,1\n2024-01-05,1\n2024-01-08,1\n2024-01-09,1\n2024-01-10,1\n"
                        + "2024-01-11,1\n2024-01-15,1\n2024-01-16,1\n2024-01-30,1\n");
        DataSummary summary =
                MarketData.load(DataSpec.of("d.csv"), folder, folder).get(0).summary();
        assertThat(summary.gaps()).isEqualTo(2);
        assertThat(Spacing.format(summary.largestGapMicros())).isEqualTo("2w");
        assertThat(summary.largestGapText()).isEqualTo("2024-01-16");
        write(
                "d.csv",
                "date,close\n2024-01-04,1\n2024-01-05,1\n2024-01-06,1\n2024-01-07,1\n2024-01-08,1\n2024-01-12,1\n"
                        + "2024-01-15,1\n");
        assertThat(MarketData.load(DataSpec.of("d.csv"), folder, folder)
                        .get(0)
                        .summary()
                        .gaps())
                .isEqualTo(2);
    }

    @Test
    void weekend_days_between_equal_a_plain_count() {
        for (long from = -20; from < 20; from++) {
            for (long to = from; to < from + 30; to++) {
                long count = 0;
                for (long day = from + 1; day < to; day++) {
                    count += Weekend.is(day) ? 1 : 0;
                }
                assertThat(Weekend.between(from, to)).as(from + " to " + to).isEqualTo(count);
            }
        }
        assertThat(Weekend.is(2) && Weekend.is(3)).isTrue();
        assertThat(Weekend.is(1) || Weekend.is(4)).isFalse();
    }

    @Test
    void the_digest_is_of_the_figures_alone() throws IOException {
        write("one.csv", "date,close\n2020-01-01,1\n2020-01-02,2\n");
        write("two.csv", "Close;Volume;Date\n1.0;-0;2020/01/01\n2e0;0;2020-01-02T00:00Z\n");
        write("three.csv", "date,close\n2020-01-01,1\n2020-01-02,2.0000000000000004\n");
        DataSpec spec = DataSpec.of("{one,two,three}.csv");
        List<String> digests = MarketData.load(spec, folder, folder).stream()
                .map(loaded -> loaded.summary().digest())
                .toList();
        assertThat(digests.get(0)).isEqualTo(digests.get(2)).hasSize(64);
        assertThat(digests.get(1)).isNotEqualTo(digests.get(0));
    }

    @Test
    void written_bars_read_back_to_the_bit() throws IOException {
        for (String spacing : List.of("1d", "1h", "1s")) {
            Bars bars = SyntheticBars.generate(new SyntheticSpec(200, 4, 1.1, 0.4, 0, spacing, 20, 0.1));
            BarsCsv.write(bars, folder.resolve("w.csv"));
            LoadedBars loaded =
                    MarketData.load(DataSpec.of("w.csv"), folder, folder).get(0);
            assertThat(loaded.summary().digest()).isEqualTo(BarDigest.of(bars));
        }
        Bars untimed = new Bars(
                "n",
                false,
                new long[] {0, 1},
                new double[] {1, 2},
                new double[] {1, 2},
                new double[] {1, 2},
                new double[] {1, 2},
                new double[2]);
        StringBuilder text = new StringBuilder();
        BarsCsv.write(untimed, text);
        assertThat(text.toString()).isEqualTo("open,high,low,close,volume\n1,1,1,1,0\n2,2,2,2,0\n");
    }

    @Test
    void a_spec_has_exactly_one_source_and_sane_periods() {
        assertThatThrownBy(() -> new DataSpec(List.of(), null, null, null, null, 1, false, null))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new DataSpec(List.of("a"), SyntheticSpec.of(1, 1), null, null, null, 1, false, null))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new DataSpec(List.of("a"), null, null, null, null, 0, false, null))
                .isInstanceOf(UserError.class);
    }
}
