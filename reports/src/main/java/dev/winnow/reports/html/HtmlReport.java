package dev.winnow.reports.html;

import dev.winnow.reports.chart.Palette;
import dev.winnow.reports.flame.FlameGraph;
import dev.winnow.reports.summary.RunReport;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of a run, or of several side by side, as one HTML file that needs nothing else. */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes the page; the writer stays open. Equal reports give equal bytes, in every locale.
     *
     * @param reports one run, or several to compare; at least one
     */
    public static void write(List<RunReport> reports, Writer out) throws IOException {
        boolean several = reports.size() > 1;
        boolean flame = !several && reports.getFirst().profile().isPresent();
        Map<String, Object> context = frame(flame);
        if (several) {
            context.putAll(ComparisonView.of(reports));
        } else {
            context.put("run", RunView.of(reports.getFirst()));
        }
        page(several ? "comparison.html" : "run.html", context, out);
    }

    /** Writes the page of a benchmark; the writer stays open. */
    public static void write(BenchReport bench, Writer out) throws IOException {
        Map<String, Object> context = frame(false);
        context.put("bench", bench);
        page("bench.html", context, out);
    }

    /** Style, script and the policy that allows these alone. */
    private static Map<String, Object> frame(boolean flame) {
        Inline style = new Inline(Palette.css()
                + (flame ? FlameGraph.style() : "")
                + Inline.resource("report.css").text());
        Inline script = new Inline(Inline.resource("report.js").text() + (flame ? FlameGraph.script() : ""));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("style", style.text());
        context.put("script", script.text());
        context.put(
                "policy",
                "default-src 'none'; style-src " + style.source() + "; script-src " + script.source()
                        + "; base-uri 'none'; form-action 'none'");
        return context;
    }

    private static void page(String template, Map<String, Object> context, Writer out) throws IOException {
        engine().getTemplate(template).evaluate(out, context, Locale.ROOT);
    }

    private static PebbleEngine engine() {
        ClasspathLoader templates = new ClasspathLoader(HtmlReport.class.getClassLoader());
        templates.setPrefix("dev/winnow/reports/html");
        return new PebbleEngine.Builder()
                .loader(templates)
                .autoEscaping(true)
                .strictVariables(false)
                .defaultLocale(Locale.ROOT)
                .build();
    }
}
