package dev.winnow.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.store.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PrettyJsonTest {
    @Test
    void a_value_a_line_and_the_stream_stays_open() {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        PrettyJson.write(out, json -> Json.tree(json, List.of(Map.of("name", "größer"), Map.of("bars", 5105.0))));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                [
                  {
                    "name" : "größer"
                  },
                  {
                    "bars" : 5105
                  }
                ]
                """);
        assertThat(closed[0]).isFalse();
    }
}
