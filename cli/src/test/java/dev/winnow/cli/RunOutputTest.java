package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole outputs of the commands about one point, on the worked case of the semantics. */
class RunOutputTest {
    private static final Path BARS = Path.of("../testdata/worked-case.csv").toAbsolutePath();

    @TempDir
    private Path folder;

    private String spec;

    @BeforeEach
    void write() throws IOException {
        spec = Files.writeString(folder.resolve("worked.yaml"), """
                data: { path: %s }
                parameters: { entry: [10] }
                strategy: { enter-long: high == entry + 1 and close == 10, exit-long: low == 11 }
                execution: { cash: 1000, fee: 10 bps }
                """.formatted(BARS))
                .toString();
    }

    private static String out(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void the_table_has_the_metrics_and_the_trades() {
        assertThat(out("run", spec, "--trades")).isEqualTo("""
                        worked on worked-case, 5 bars
                        entry = 10

                        metric                   value
                        ──────────────────────────────
                        total_return            9.78 %
                        cagr               10,925.91 %
                        volatility            166.20 %
                        sharpe                  3.4712
                        sortino                 9.7510
                        max_drawdown            8.43 %
                        max_drawdown_bars            3
                        calmar              1,296.8439
                        exposure               40.00 %
                        trades                       1
                        open_trades                  0
                        win_rate              100.00 %
                        profit_factor                –
                        expectancy              9.78 %
                        fees                      2.10
                        turnover                2.0979
                        skewness                1.0246
                        kurtosis                2.8236

                        bar  time        side    price  quantity  exit bar  exit time   exit price    pnl  reason
                        ─────────────────────────────────────────────────────────────────────────────────────────
                          1  2024-01-03  long  10.0000   99.9001         3  2024-01-05     11.0000  97.80  signal
                        """);
    }

    @Test
    void csv_has_the_trades_or_the_metrics() {
        assertThat(out("run", spec, "--trades", "--output", "csv")).isEqualTo("""
                        bar,time,side,price,quantity,exit_bar,exit_time,exit_price,pnl,reason
                        1,2024-01-03,long,10,99.90009990009992,3,2024-01-05,11,97.80219780219795,signal
                        """);
        assertThat(out("run", spec, "--output", "csv"))
                .startsWith("metric,value\ntotal_return,0.0978021978021979\n")
                .contains("\nprofit_factor,\n");
    }

    @Test
    void json_has_point_metrics_and_trades() {
        assertThat(out("run", spec, "--trades", "--output", "json"))
                .startsWith("""
                        {
                          "run" : "worked",
                          "symbol" : "worked-case",
                          "bars" : 5,
                          "parameters" : {
                            "entry" : 10
                          },
                          "metrics" : {
                            "total_return" : 0.0978021978021979,
                        """)
                .contains("    \"profit_factor\" : null,\n")
                .endsWith("""
                          "ruined" : false,
                          "trades" : [
                            {
                              "bar" : 1,
                              "time" : "2024-01-03",
                              "side" : "long",
                              "price" : 10,
                              "quantity" : 99.90009990009992,
                              "exitBar" : 3,
                              "exitTime" : "2024-01-05",
                              "exitPrice" : 11,
                              "pnl" : 97.80219780219795,
                              "reason" : "signal"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void the_equity_file_has_every_bar() {
        Path equity = folder.resolve("equity.csv");
        out("run", spec, "--equity", equity.toString());
        assertThat(equity).hasContent("""
                bar,time,close,equity
                0,2024-01-02,10,1000
                1,2024-01-03,12,1198.801198801199
                2,2024-01-04,11,1098.901098901099
                3,2024-01-05,9,1097.802197802198
                4,2024-01-08,10,1097.802197802198
                """);
    }

    @Test
    void an_equity_file_that_cannot_be_written_is_told_in_one_line() {
        Path equity = folder.resolve("nowhere/equity.csv");
        CommandRun run = CommandRun.of("run", spec, "--equity", equity.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("--equity " + equity + ": cannot be written")
                .hasLineCount(1);
    }

    @Test
    void the_plan_of_a_point() {
        assertThat(out("explain", spec)).isEqualTo("""
                        worked-case, 5 bars, 1 grid points
                        node                               type              depends on  kept        times  bytes each  bytes kept
                        ──────────────────────────────────────────────────────────────────────────────────────────────────────────
                        false                              a boolean column  -           each point      1         8 B           -
                        high == entry + 1                  a boolean column  -           each point      1         8 B           -
                        close == 10                        a boolean column  -           each point      1         8 B           -
                        high == entry + 1 and close == 10  a boolean column  -           each point      1         8 B           -
                        low == 11                          a boolean column  -           each point      1         8 B           -
                        kept at most 0 B
                        """);
    }

    @Test
    void what_a_file_of_bars_holds_as_csv_and_json() {
        String digest = "62af7690c4b92ab84c85b34b0601a700b4f905f2cbb8b7ea44f68e648fb0e780";
        assertThat(out("data", "describe", BARS.toString(), "--output", "csv")).isEqualTo("""
                        symbol,source,bars,first,last,spacing,gaps,largestGapAfter,periodsPerYear,droppedRows,digest
                        worked-case,%s,5,2024-01-02,2024-01-08,1d,0,,252,0,%s
                        """.formatted(BARS, digest));
        assertThat(out("data", "describe", BARS.toString(), "--output", "json"))
                .startsWith("[\n  {\n    \"symbol\" : \"worked-case\",\n")
                .contains("    \"periodsPerYear\" : 252,\n")
                .endsWith("    \"digest\" : \"" + digest + "\"\n  }\n]\n");
    }
}
