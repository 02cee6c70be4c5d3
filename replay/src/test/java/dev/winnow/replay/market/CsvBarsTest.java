package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBarsTest {
    private static final String ADVICE = "; correct the row, or drop such rows with --repair drop (data.repair: drop)";

    @TempDir
    Path folder;

    private LoadedBars load(String text) throws IOException {
        return load(text, false);
    }

    private LoadedBars load(String text, boolean drop) throws IOException {
        Files.writeString(folder.resolve("x.csv"), text);
        DataSpec spec = new DataSpec(List.of("x.csv"), null, null, null, null, Double.NaN, drop, null);
        return MarketData.load(spec, folder, folder.resolve("cache")).get(0);
    }

    private List<String> problems(String text) throws IOException {
        try {
            load(text);
        } catch (UserError e) {
            return e.problems();
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void the_worked_case_loads_as_written() {
        Bars bars = MarketData.load(DataSpec.of("worked-case.csv"), Path.of("../testdata"), folder)
                .get(0)
                .bars();
        assertThat(bars.open()).containsExactly(10, 10, 12, 11, 9);
        assertThat(bars.high()).containsExactly(11, 12, 13, 11, 10);
        assertThat(bars.low()).containsExactly(9, 10, 11, 8, 9);
        assertThat(bars.close()).containsExactly(10, 12, 11, 9, 10);
        assertThat(bars.volume()).containsOnly(0);
        assertThat(bars.symbol()).isEqualTo("worked-case");
    }

    @Test
    void the_bad_rows_of_the_fixture_are_told_by_line_or_dropped() {
        Path testdata = Path.of("../testdata");
        assertThatThrownBy(() -> MarketData.load(DataSpec.of("bad-rows.csv"), testdata, folder))
                .isInstanceOfSatisfying(UserError.class, e -> assertThat(
                                e.problems().stream().map(problem -> problem.substring(0, problem.indexOf(':'))))
                        .containsExactly(
                                "bad-rows.csv, line 3, column High",
                                "bad-rows.csv, line 4, column Low",
                                "bad-rows.csv, line 6, column Date",
                                "bad-rows.csv, line 8, column Open",
                                "bad-rows.csv, line 9, column Volume",
                                "bad-rows.csv, line 10, column Close",
                                "bad-rows.csv, line 11, column Date",
                                "bad-rows.csv, line 13, column Volume",
                                "bad-rows.csv, line 14, column Low",
                                "bad-rows.csv, line 14, column Close",
                                "bad-rows.csv, line 14, column Volume"));
        DataSpec drop = new DataSpec(List.of("bad-rows.csv"), null, null, null, null, Double.NaN, true, null);
        LoadedBars loaded = MarketData.load(drop, testdata, folder).get(0);
        assertThat(loaded.summary().droppedRows()).isEqualTo(9);
        assertThat(loaded.bars().close()).containsExactly(10, 12, 11, 9);
    }

    @Test
    void twenty_years_of_the_index_load_whole() {
        LoadedBars loaded = MarketData.load(DataSpec.of("sp500-1d.csv"), Path.of("../testdata"), folder)
                .get(0);
        assertThat(loaded.bars().size()).isEqualTo(5105);
        assertThat(loaded.summary().firstTimeText()).isEqualTo("2000-01-03");
        assertThat(loaded.summary().lastTimeText()).isEqualTo("2020-04-17");
        assertThat(loaded.summary().medianSpacingText()).isEqualTo("1d");
        assertThat(loaded.summary().periodsPerYear()).isEqualTo(252);
        assertThat(loaded.summary().largestGapText()).isEqualTo("2001-09-10");
        assertThat(loaded.bars().close()[5104]).isEqualTo(2874.560059);
        assertThat(loaded.bars().volume()[5104]).isEqualTo(5792140000d);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,open,high,low,close,volume\n2021-12-31 23:01:00.000000,46319.0,46385.0,46319.0,46377.0,2300413.7295\n",
                ",Open,High,Low,Close,Volume\n2017-04-19 09:00:00,1.0716,1.0722,1.07083,1.07219,1413\n",
                ",Open,High,Low,Close,Volume\n2004-08-19,100,104.06,95.96,100.34,22351900\n",
                "timestamp,open,high,low,close,volume\n2024-03-26 13:30:00+00:00,521.23,521.44,520.88,521.36,888901\n",
                "Date,Open,High,Low,Close,Adj Close,Volume\n2000-01-03,10,12,9,11,5,7\n",
                "open_time,open,high,low,close,volume,close_time\n1585229400000,10,12,9,11,5,1585229459999\n",
                "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\n2020.01.02\t14:30:00\t10\t12\t9\t11\t5\n",
                "Unnamed: 0;OPEN;HIGH;LOW;CLOSE\n2020/01/31;10;12;9;11\n",
                "\"Datetime\"|\"Open\"|\"High\"|\"Low\"|\"Close\"\n\"2020-01-31\"|\"10\"|\"12\"|\"9\"|\"11\"\n",
                "\uFEFFdate,open,high,low,close\r\n20200131,10,12,9,11\r\n",
                "\n\ndate, open, high, low, close\n2020-01-31, 10, 12, 9, 11",
                "date,price\nJan 1 2000,1394.46\n",
            })
    void common_formats_load_without_options(String text) throws IOException {
        Bars bars = load(text).bars();
        assertThat(bars.size()).isEqualTo(1);
        assertThat(bars.timed()).isTrue();
    }

    @Test
    void date_and_time_of_day_columns_make_one_moment() throws IOException {
        Bars bars = load("date,time,close\n2020-01-02,14:30,10\n2020-01-02,14:31:30,11\n")
                .bars();
        assertThat(TimeText.format(bars.time()[1])).isEqualTo("2020-01-02T14:31:30");
    }

    @Test
    void a_close_alone_is_all_prices_and_no_volume() throws IOException {
        Bars bars =
                load("date;adj close;Close\n2020-01-01;1;2.5\n2020-01-02;1;3\n").bars();
        assertThat(bars.open()).containsExactly(2.5, 3);
        assertThat(bars.high()).containsExactly(2.5, 3);
        assertThat(bars.low()).containsExactly(2.5, 3);
        assertThat(bars.close()).containsExactly(2.5, 3);
        assertThat(bars.volume()).containsExactly(0, 0);
    }

    @Test
    void without_a_time_column_the_bar_number_is_the_time() throws IOException {
        LoadedBars loaded = load("close\n5\n6\n7\n");
        assertThat(loaded.bars().timed()).isFalse();
        assertThat(loaded.bars().time()).containsExactly(0, 1, 2);
        assertThat(loaded.summary().periodsPerYear()).isEqualTo(252);
        assertThat(loaded.summary().periodsPerYearReason()).contains("no time");
        assertThat(loaded.summary().lastTimeText()).isEqualTo("bar 2");
    }

    @Test
    void packed_and_plain_files_give_equal_bars() throws IOException {
        String text = "date,close\n2020-01-01,1\n2020-01-02,2\n";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("y.csv.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        LoadedBars packed =
                MarketData.load(DataSpec.of("y.csv.gz"), folder, folder).get(0);
        assertThat(packed.bars().symbol()).isEqualTo("y");
        assertThat(packed.summary().digest()).isEqualTo(load(text).summary().digest());
    }

    @Test
    void a_cut_gzip_file_is_a_user_error() throws IOException {
        Path file = folder.resolve("y.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("date,close\n2020-01-01,1\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 2; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> MarketData.load(DataSpec.of("y.csv.gz"), folder, folder))
                    .isInstanceOf(UserError.class);
        }
    }

    @Test
    void every_broken_rule_names_file_line_column_and_value() throws IOException {
        assertThat(problems("""
                        Date,Open,High,Low,Close,Volume
                        2020-01-01,10,11,9,10,1
                        2020-01-02,10,9.5,9,10,1
                        2020-01-03,10,11,10.5,11,1

                        2020-01-01,10,11,9,10,1
                        2020-01-05,-1,11,9,0,1
                        2020-01-06,10,11,9,10,-5
                        2020-01-07,ten,11,,"1,000",1
                        2020-13-08,10,11,9,10,1
                        2020-01-09,10,11
                        2020-01-10,10,11,9,10,1,7
                        2020-01-11,0x1p3,Infinity,1e999,NaN,1d
                        """))
                .containsExactly(
                        "x.csv, line 3, column High: '9.5' is below the higher of open and close, 10" + ADVICE,
                        "x.csv, line 4, column Low: '10.5' is above the lower of open and close, 10" + ADVICE,
                        "x.csv, line 6, column Date: '2020-01-01' is not after the time of the bar before it,"
                                + " 2020-01-01 (bars run from old to new)" + ADVICE,
                        "x.csv, line 7, column Open: '-1' is not a price above 0" + ADVICE,
                        "x.csv, line 7, column Close: '0' is not a price above 0" + ADVICE,
                        "x.csv, line 8, column Volume: '-5' is not >= 0" + ADVICE,
                        "x.csv, line 9, column Open: 'ten' is not a number" + ADVICE,
                        "x.csv, line 9, column Low: '' is missing" + ADVICE,
                        "x.csv, line 9, column Close: '1,000' is not a number; write a decimal point and no thousands"
                                + " separator" + ADVICE,
                        "x.csv, line 10, column Date: '2020-13-08' is no day of the calendar" + ADVICE,
                        "x.csv, line 11, column Low: '' is missing: the line ends before it" + ADVICE,
                        "x.csv, line 11, column Close: '' is missing: the line ends before it" + ADVICE,
                        "x.csv, line 11, column Volume: '' is missing: the line ends before it" + ADVICE,
                        "x.csv, line 12, column 7: '7' stands past the 6 columns of the header" + ADVICE,
                        "x.csv, line 13, column Open: '0x1p3' is not a number" + ADVICE,
                        "x.csv, line 13, column High: 'Infinity' is not a number" + ADVICE,
                        "x.csv, line 13, column Close: 'NaN' is not a number" + ADVICE,
                        "x.csv, line 13, column Volume: '1d' is not a number" + ADVICE);
    }

    @Test
    void an_overflowing_number_is_no_price() throws IOException {
        assertThat(problems("close\n1e999\n"))
                .containsExactly("x.csv, line 2, column close: 'Infinity' is not a price above 0" + ADVICE);
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() throws IOException {
        assertThat(problems("\r\n\r\ndate,note,close\r\n2020-01-01,\"two\r\nlines\",5\r\n\r\n2020-01-02,one,0\r\n"))
                .singleElement()
                .asString()
                .startsWith("x.csv, line 7, column close: '0'");
    }

    @Test
    void an_open_quote_is_an_error_even_where_rows_are_dropped() {
        assertThatThrownBy(() -> load("date,close\n2020-01-01,1\n2020-01-02,\"2\n2020-01-03,3\n2020-01-04,4\n", true))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("x.csv: cannot be read as delimited text: ");
    }

    @Test
    void at_most_twenty_problems_are_told_and_the_rest_counted() throws IOException {
        List<String> problems = problems("close\n" + "0\n".repeat(50));
        assertThat(problems).hasSize(21);
        assertThat(problems.get(19)).startsWith("x.csv, line 21,");
        assertThat(problems.get(20)).isEqualTo("x.csv: and 30 more");
    }

    @Test
    void dropped_rows_are_counted_and_the_rest_stands_unchanged() throws IOException {
        LoadedBars loaded = load("""
                date,open,high,low,close
                2020-01-01,10,11,9,10
                2020-01-01,10,11,9,10
                2020-01-02,10,9,9,x
                2020-01-03,10,11,9,10.5
                """, true);
        assertThat(loaded.summary().droppedRows()).isEqualTo(2);
        assertThat(loaded.bars().close()).containsExactly(10, 10.5);
    }

    @Test
    void dropping_every_row_leaves_an_error() {
        assertThatThrownBy(() -> load("close\n0\n-1\n", true))
                .isInstanceOf(UserError.class)
                .hasMessage("x.csv: there are no bars: all 2 rows broke a rule and were dropped");
    }

    @Test
    void headers_that_do_not_fit_are_refused_with_what_is_there() throws IOException {
        assertThat(problems("2020-01-01,10,11,9,10\n2020-01-02,10,11,9,10\n"))
                .containsExactly("x.csv, line 1: '2020-01-01,10,11,9,10' is a bar, not a header;"
                        + " put a line like date,open,high,low,close,volume before it");
        assertThat(problems("date,open,high,low,clos\n2020-01-01,1,1,1,1\n"))
                .containsExactly("x.csv, line 1: no column is named close or price; the columns are 'date', 'open',"
                        + " 'high', 'low', 'clos' ('clos': did you mean 'close'?); name one of them close");
        assertThat(problems("date,open,close\n2020-01-01,1,1\n").get(0)).contains("no column is named high or low");
        assertThat(problems("date,close,Close\n2020-01-01,1,1\n"))
                .containsExactly("x.csv, line 1: columns 2 and 3 are both named close; rename one of them");
        assertThat(problems("")).containsExactly("x.csv: the file is empty");
        assertThat(problems("\n\n")).containsExactly("x.csv: the file has no lines");
        assertThat(problems("date,close\n"))
                .containsExactly("x.csv: there are no bars; the file needs lines after its header");
    }

    @Test
    void files_of_another_kind_are_named_for_what_they_are() throws IOException {
        assertThat(problems("PAR1....").get(0)).contains("Parquet");
        assertThat(problems("PK\u0003\u0004...").get(0)).contains("zip");
        Files.write(folder.resolve("u.csv"), "date,close\n2020-01-01,1\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> MarketData.load(DataSpec.of("u.csv"), folder, folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void a_given_delimiter_is_used_as_it_is() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "date^close\n2020-01-01^4\n");
        DataSpec spec = new DataSpec(List.of("c.csv"), null, null, null, null, Double.NaN, false, '^');
        assertThat(MarketData.load(spec, folder, folder).get(0).bars().close()).containsExactly(4);
        DataSpec bad = new DataSpec(List.of("c.csv"), null, null, null, null, Double.NaN, false, '\n');
        assertThatThrownBy(() -> MarketData.load(bad, folder, folder)).isInstanceOf(UserError.class);
    }

    @Test
    void numbers_are_read_to_the_last_bit() throws IOException {
        assertThat(load("close\n0.1\n1.7976931348623157e308\n4.9E-324\n+7.\n.5\n123456789.123456789\n")
                        .bars()
                        .close())
                .containsExactly(0.1, Double.MAX_VALUE, Double.MIN_VALUE, 7, 0.5, 123456789.123456789);
    }
}
