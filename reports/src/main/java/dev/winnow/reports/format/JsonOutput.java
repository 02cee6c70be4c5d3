package dev.winnow.reports.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.winnow.engine.store.Json;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.Listing;
import dev.winnow.reports.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as one JSON object, its points one a line:
 * {@code {"run","folder","points","evaluated","kept","failed","objective","kernel","threads","wallSeconds",
 * "barPointsPerSecond","top":[{"rank","symbol","parameters":{...},"metrics":{...}}]}}. Numbers have the fewest digits
 * that read back to them; an undefined metric is null; names are strings and booleans booleans.
 */
public final class JsonOutput {
    private JsonOutput() {}

    /**
     * Writes the report and a line feed; the writer stays open.
     *
     * @throws UncheckedIOException when the writer fails
     */
    public static void write(SweepReport report, Writer out) {
        try (JsonGenerator json = Json.factory().createGenerator(out).setPrettyPrinter(new RowPerLine())) {
            json.writeStartObject();
            writeSummary(json, report);
            json.writeArrayFieldStart("top");
            for (SweepReport.Row row : report.rows()) {
                writeRow(json, report, row);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the rows as an array of objects, one a line, and a line feed; the writer stays open.
     *
     * @throws UncheckedIOException when the writer fails
     */
    public static void write(Listing listing, Writer out) {
        try (JsonGenerator json = Json.factory().createGenerator(out).setPrettyPrinter(new RowPerLine())) {
            json.writeStartArray();
            for (List<? extends @Nullable Object> row : listing.rows()) {
                json.writeStartObject();
                int c = 0;
                for (Listing.Column column : listing.columns()) {
                    json.writeFieldName(column.name());
                    Json.tree(json, row.get(c++));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSummary(JsonGenerator json, SweepReport report) throws IOException {
        json.writeStringField("run", report.run());
        json.writeStringField("folder", report.folder());
        json.writeNumberField("points", report.points());
        json.writeNumberField("evaluated", report.evaluated());
        json.writeNumberField("kept", report.kept());
        json.writeNumberField("failed", report.failed());
        json.writeStringField("objective", report.objective());
        json.writeStringField("kernel", report.kernel());
        json.writeNumberField("threads", report.threads());
        json.writeFieldName("wallSeconds");
        Json.number(json, report.wallSeconds());
        json.writeFieldName("barPointsPerSecond");
        Json.number(json, report.barPointsPerSecond());
    }

    private static void writeRow(JsonGenerator json, SweepReport report, SweepReport.Row row) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rank", row.rank());
        json.writeStringField("symbol", row.symbol());
        json.writeFieldName("parameters");
        Json.point(json, report.parameters(), row.parameters());
        json.writeObjectFieldStart("metrics");
        int m = 0;
        for (Metric metric : report.metrics()) {
            json.writeFieldName(metric.name());
            Json.number(json, row.metrics()[m++]);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The points are the only array: each begins a line. */
    private static final class RowPerLine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(",\n");
        }
    }
}
