package dev.winnow.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.workload.Metric.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small pictures to the byte, whatever the machine and its fonts. */
final class GoldenPicturesTest {
    @Test
    void bars_of_importance() throws IOException {
        assertThat(new Importance(List.of("fast", "slow"), new double[] {0.4, 0.5})
                        .draw()
                        .wide())
                .isEqualTo(golden("importance.svg"));
    }

    @Test
    void a_heat_map_of_four_cells() throws IOException {
        HeatMap map = new HeatMap(
                "fast",
                List.of("5", "10"),
                "mode",
                List.of("long", "both"),
                new Quantity("total_return", Unit.FRACTION),
                new double[] {0.01, -0.02, 0.03, Double.NaN},
                true);
        assertThat(map.draw().narrow()).isEqualTo(golden("heat-map.svg"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = GoldenPicturesTest.class.getResourceAsStream(name)) {
            return in == null ? "no golden " + name : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
