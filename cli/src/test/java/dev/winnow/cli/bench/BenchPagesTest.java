package dev.winnow.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.bench.ReplayBenchmark.Measured;
import dev.winnow.reports.html.HtmlReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchPagesTest {
    @Test
    void a_replays_page_says_where_it_breaks_even_and_escapes_its_symbols() throws IOException {
        Measured measured = new Measured(
                "<script>",
                12_345,
                new double[] {1, 100},
                new double[] {2, 40},
                new double[] {0.5, 20},
                new double[] {1, 10},
                7);
        StringWriter page = new StringWriter();
        HtmlReport.write(BenchPages.replay(List.of(measured)), page);
        assertThat(page.toString())
                .contains("&lt;script&gt;, 12,345 bars")
                .contains("breaks even at 7 combinations")
                .contains("with recording, even at")
                .doesNotContain("<script>,");
    }

    @Test
    void a_machine_has_a_roof() {
        MachinePeak peak = MachinePeak.measure();
        assertThat(peak.gflops()).isFinite().isPositive();
        assertThat(peak.gbs()).isFinite().isPositive();
    }
}
