package dev.winnow.engine.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.space.Axis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the columns of a run's results mean, so that they can be read without the spec.
 *
 * @param symbols names of the groups, in the order of their ordinals
 * @param points points of each group
 * @param axes the parameters: the first columns of a frame
 * @param metrics names of the metrics: the other columns
 */
public record ResultsLayout(List<String> symbols, long points, List<Axis> axes, List<String> metrics) {
    /** Below so many bytes of numbers compression saves less than the loading of its library costs. */
    private static final double MIN_COMPRESSED_BYTES = 32 << 20;

    public ResultsLayout {
        symbols = List.copyOf(symbols);
        axes = List.copyOf(axes);
        metrics = List.copyOf(metrics);
    }

    /** Columns of a frame. */
    public int columns() {
        return axes.size() + metrics.size();
    }

    /** Points of all groups. */
    public long allPoints() {
        return symbols.size() * points;
    }

    /** Whether frames are compressed. */
    boolean compressed() {
        return (double) allPoints() * columns() * Double.BYTES >= MIN_COMPRESSED_BYTES;
    }

    /** The index after the last point of the frame that this point of a group is in. */
    long frameEnd(long point) {
        return Math.min(points, (point / FrameBuffer.POINTS + 1) * FrameBuffer.POINTS);
    }

    /** As UTF-8 JSON: {@code {"symbols":[],"points":0,"metrics":[],"axes":[{"name","type","values":[],"names":[]}]}}. */
    byte[] toJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.factory().createGenerator(out)) {
            json.writeStartObject();
            texts(json, "symbols", symbols);
            json.writeNumberField("points", points);
            texts(json, "metrics", metrics);
            json.writeArrayFieldStart("axes");
            for (Axis axis : axes) {
                json.writeStartObject();
                json.writeStringField("name", axis.name());
                json.writeStringField("type", axis.type().name());
                json.writeArrayFieldStart("values");
                for (double value : axis.values()) {
                    Json.number(json, value);
                }
                json.writeEndArray();
                texts(json, "names", axis.names());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    static ResultsLayout fromJson(byte[] json) throws IOException {
        JsonNode layout = new ObjectMapper().readTree(json);
        List<Axis> axes = StreamSupport.stream(layout.path("axes").spliterator(), false)
                .map(ResultsLayout::axis)
                .toList();
        return new ResultsLayout(
                texts(layout.path("symbols")), layout.path("points").asLong(), axes, texts(layout.path("metrics")));
    }

    private static Axis axis(JsonNode axis) {
        return new Axis(
                axis.path("name").asText(),
                Axis.Type.valueOf(axis.path("type").asText()),
                StreamSupport.stream(axis.path("values").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray(),
                texts(axis.path("names")));
    }

    private static List<String> texts(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
