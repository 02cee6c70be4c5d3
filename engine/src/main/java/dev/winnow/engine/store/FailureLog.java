package dev.winnow.engine.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each point that failed: {@code {"symbol","point","parameters":{...},"cause"}}. There is no file
 * until a point fails. The results hold the causes too: this file follows from them and is written anew each time a run
 * goes on.
 */
final class FailureLog implements Closeable {
    private final Path file;
    private final List<Axis> axes;
    private @Nullable OutputStream out;
    private @Nullable JsonGenerator json;

    FailureLog(Path file, List<Axis> axes) throws IOException {
        this.file = file;
        this.axes = axes;
        Files.deleteIfExists(file);
    }

    /** Writes the batch's failures; they are in the file on return. */
    void accept(String symbol, Batch batch, Outcome outcome) {
        if (outcome.failures().isEmpty()) {
            return;
        }
        try {
            JsonGenerator lines = lines();
            double[] values = new double[batch.axes()];
            for (Map.Entry<Integer, String> failure : outcome.failures().entrySet()) {
                batch.point(failure.getKey(), values);
                lines.writeStartObject();
                lines.writeStringField("symbol", symbol);
                lines.writeNumberField("point", batch.first() + failure.getKey());
                lines.writeFieldName("parameters");
                Json.point(lines, axes, values);
                lines.writeStringField("cause", failure.getValue());
                lines.writeEndObject();
            }
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private JsonGenerator lines() throws IOException {
        if (json == null) {
            out = new FileOutputStream(file.toFile());
            json = Json.factory().createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        }
        return json;
    }

    @Override
    public void close() throws IOException {
        if (json != null && out != null) {
            try (OutputStream closing = out) {
                json.close();
                closing.write('\n');
            }
            json = null;
            out = null;
        }
    }
}
