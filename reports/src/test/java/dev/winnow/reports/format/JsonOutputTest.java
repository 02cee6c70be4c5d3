package dev.winnow.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.reports.Samples;
import dev.winnow.reports.SweepReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonOutputTest {
    @Test
    void the_whole_output_in_any_locale() {
        Samples.inThreeLocales(() -> assertThat(json(Samples.several())).isEqualTo("""
                        {"run":"sma,cross","folder":"runs/sma,cross","points":6084,"evaluated":6084,"kept":0,"failed":1,\
                        "objective":"maximize sharpe","kernel":"jump (long only, no stops)","threads":2,\
                        "wallSeconds":0.5,"barPointsPerSecond":62105472,"top":[
                        {"rank":1,"symbol":"north","parameters":{"fast":5,"mode":"trend","trail":true},\
                        "metrics":{"total_return":1.5,"sharpe":1.23456789,"trades":1234,"fees":0.30000000000000004}},
                        {"rank":2,"symbol":"so\\"uth,1","parameters":{"fast":0.5,"mode":"re\\nvert","trail":false},\
                        "metrics":{"total_return":-0.034,"sharpe":-1.0E-5,"trades":7,"fees":1.0E16}},
                        {"rank":3,"symbol":"north","parameters":{"fast":0.5,"mode":"re\\nvert","trail":true},\
                        "metrics":{"total_return":0,"sharpe":null,"trades":0,"fees":0}},
                        {"rank":4,"symbol":"north","parameters":{"fast":5,"mode":"re\\nvert","trail":true},\
                        "metrics":{"total_return":null,"sharpe":null,"trades":null,"fees":null}}]}
                        """));
    }

    @Test
    void it_is_one_json_object_and_numbers_read_back_to_the_bit() throws IOException {
        JsonNode tree = new ObjectMapper().readTree(json(Samples.several()));
        assertThat(tree.get("top").get(0).get("metrics").get("fees").doubleValue())
                .isEqualTo(0.1 + 0.2);
        assertThat(tree.get("top")).hasSize(4);
        assertThat(new ObjectMapper()
                        .readTree(json(Samples.report("none", List.of(), 0)))
                        .get("top"))
                .isEmpty();
    }

    @Test
    void the_writer_stays_open() {
        boolean[] closed = new boolean[1];
        JsonOutput.write(Samples.single(), new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();
    }

    private static String json(SweepReport report) {
        StringWriter out = new StringWriter();
        JsonOutput.write(report, out);
        return out.toString();
    }
}
