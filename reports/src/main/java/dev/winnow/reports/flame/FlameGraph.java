package dev.winnow.reports.flame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A flame graph as HTML: of one profile, frames coloured by stage, or of the change between two, where frames that
 * vanished keep their place. Frames can be zoomed into, searched for, and walked by keyboard; nothing is loaded.
 *
 * <p>To embed it: {@link #style} once and {@link #script} once a page, in a style and a script element, and
 * {@link #markup} where the graph stands. {@link #page} is all of it.
 */
public final class FlameGraph {
    /** Frames narrower than this share of the whole are left out. */
    private static final double LEAST = 2e-4;

    private static final List<Stage> STAGES = List.of(Stage.values());

    private final String title;
    private final String unit;
    private final boolean difference;
    private final Frame root;
    private final long total;

    private FlameGraph(String title, String unit, boolean difference, Stacks before, Stacks after) {
        this.title = title;
        this.unit = unit;
        this.difference = difference;
        this.root = Frame.of(before, after);
        this.total = after.total();
    }

    /**
     * The graph of one profile.
     *
     * @param title what was profiled
     * @param unit what the weights count: samples, bytes, nanoseconds
     */
    public static FlameGraph of(String title, String unit, Stacks stacks) {
        return new FlameGraph(title, unit, false, stacks, stacks);
    }

    /** The graph of the change from one profile to another, by shares of each. */
    public static FlameGraph difference(String title, Stacks before, Stacks after) {
        return new FlameGraph(title, "share", true, before, after);
    }

    /** A whole page, UTF-8. */
    public String page() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s
                body { margin: 1rem; background: Canvas; color: CanvasText; font-family: system-ui, sans-serif }
                </style>
                </head>
                <body>
                %s
                <script>
                %s
                </script>
                </body>
                </html>
                """.formatted(escaped(title), style(), markup(), script());
    }

    /** The style of all graphs of a page. */
    public static String style() {
        return resource("flame.css");
    }

    /** The script that draws all graphs of a page; stands after them. */
    public static String script() {
        return resource("flame.js");
    }

    /** The graph's element with its data, drawn by the script. */
    public String markup() {
        return """
                <figure class="flame" aria-label="%s">
                <figcaption>%s</figcaption>
                <noscript>The flame graph is drawn by a script; the summary beside it holds the largest frames.</noscript>
                <script type="application/json">%s</script>
                </figure>
                """.formatted(escaped("Flame graph: " + title), escaped(title), json());
    }

    /** {@code names}, and frames from the root on: level, name, stage, left and width of 1, share before and after. */
    private String json() {
        StringWriter text = new StringWriter();
        Map<String, Integer> names = new LinkedHashMap<>();
        try (JsonGenerator json = Json.factory().createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("difference", difference);
            json.writeStringField("unit", unit);
            json.writeNumberField("total", total);
            json.writeArrayFieldStart("stages");
            for (Stage stage : STAGES) {
                json.writeString(stage.text());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("frames");
            write(json, names, root, 0, 0, Math.max(Double.MIN_NORMAL, root.width()));
            json.writeEndArray();
            json.writeArrayFieldStart("names");
            for (String name : names.keySet()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c").replace("&", "\\u0026");
    }

    private static void write(
            JsonGenerator json, Map<String, Integer> names, Frame frame, int level, double left, double whole)
            throws IOException {
        double width = frame.width() / whole;
        if (width < LEAST) {
            return;
        }
        json.writeStartArray();
        json.writeNumber(level);
        json.writeNumber(names.computeIfAbsent(frame.name(), name -> names.size()));
        json.writeNumber(STAGES.indexOf(frame.stage()));
        for (double share : new double[] {left, width, frame.before(), frame.after()}) {
            Json.number(json, Math.rint(share * 1e6) / 1e6);
        }
        json.writeEndArray();
        double next = left;
        for (Frame callee : frame.callees()) {
            write(json, names, callee, level + 1, next, whole);
            next += callee.width() / whole;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = FlameGraph.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
