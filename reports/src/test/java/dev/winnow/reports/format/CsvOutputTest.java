package dev.winnow.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.reports.Samples;
import dev.winnow.reports.SweepReport;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CsvOutputTest {
    @Test
    void the_whole_output_in_any_locale() {
        Samples.inThreeLocales(() -> assertThat(csv(Samples.several())).isEqualTo("""
                        symbol,fast,mode,trail,total_return,sharpe,trades,fees
                        north,5,trend,true,1.5,1.23456789,1234,0.30000000000000004
                        "so""uth,1",0.5,"re
                        vert",false,-0.034,-1.0E-5,7,1.0E16
                        north,0.5,"re
                        vert",true,0,,0,0
                        north,5,"re
                        vert",true,,,,
                        """));
    }

    @Test
    void no_points_is_a_header() {
        assertThat(csv(Samples.report("none", List.of(), 0)))
                .isEqualTo("symbol,fast,mode,trail,total_return,sharpe,trades,fees\n");
    }

    @Test
    void rows_are_made_as_they_are_written() {
        int rows = 100_000;
        int[] made = new int[1];
        int[] mostAhead = new int[1];
        int[] lines = new int[1];
        Iterable<SweepReport.Row> many = () -> IntStream.range(0, rows)
                .mapToObj(i -> {
                    made[0]++;
                    mostAhead[0] = Math.max(mostAhead[0], made[0] - lines[0]);
                    return Samples.row(i + 1, "x", new double[] {5, 0, 0}, i, 0, 0, 0);
                })
                .iterator();
        CsvOutput.write(Samples.report("many", many, 0), new OutputStream() {
            @Override
            public void write(int octet) {
                lines[0] += octet == '\n' ? 1 : 0;
            }
        });
        assertThat(lines[0]).isEqualTo(rows + 1);
        assertThat(mostAhead[0]).isLessThan(rows / 10);
    }

    private static String csv(SweepReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvOutput.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
