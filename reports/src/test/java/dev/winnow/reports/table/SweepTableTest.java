package dev.winnow.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.reports.Samples;
import dev.winnow.reports.SweepReport;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SweepTableTest {
    @Test
    void the_whole_output_in_any_locale() {
        List<SweepReport.Row> rows = List.of(
                Samples.row(1, "north", new double[] {5, 0, 1}, 1.5, 1.23456789, 1234, 0.305),
                Samples.row(2, "south", new double[] {0.5, 0, 0}, -0.034, -0.00001, 7, 1e16),
                Samples.row(3, "north", new double[] {0.5, 0, 1}, 0, Double.NaN, 0, 0));
        Samples.inThreeLocales(() -> assertThat(table(Samples.report("sma", rows, 1), Glyphs.UNICODE))
                .isEqualTo("""
                        rank  symbol  fast  mode   trail     sharpe  total_return  trades       fees
                        ────────────────────────────────────────────────────────────────────────────
                           1  north      5  trend  true      1.2346      150.00 %   1,234       0.30
                           2  south    0.5  trend  false  -1.00e-05       -3.40 %       7  1.000e+16
                           3  north    0.5  trend  true           –        0.00 %       0       0.00

                        6,084 points in 0.50 s: 12,168 points/s, 62.1 million bar-points/s, 2 threads
                        objective  maximize sharpe
                        kernel     jump (long only, no stops)
                        run        runs/sma
                        1 point failed: causes in failures.jsonl of the run
                        """));
    }

    @Test
    void one_symbol_needs_no_column_and_ascii_no_dashes() {
        List<SweepReport.Row> rows =
                List.of(Samples.row(1, "north", new double[] {5, 0, 0}, 0.25, 2, Double.NaN, 12.5));
        assertThat(table(Samples.report("one", rows, 0), Glyphs.ASCII)).isEqualTo("""
                        rank  fast  mode   trail  sharpe  total_return  trades   fees
                        -------------------------------------------------------------
                           1     5  trend  false  2.0000       25.00 %       -  12.50

                        6,084 points in 0.50 s: 12,168 points/s, 62.1 million bar-points/s, 2 threads
                        objective  maximize sharpe
                        kernel     jump (long only, no stops)
                        run        runs/one
                        """);
    }

    private static String table(SweepReport report, Glyphs glyphs) {
        StringBuilder out = new StringBuilder();
        SweepTable.write(report, glyphs, out);
        return out.toString();
    }
}
