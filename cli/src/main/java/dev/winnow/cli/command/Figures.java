package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import java.util.List;
import java.util.Locale;

/** How values read in tables, JSON and CSV. */
final class Figures {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Figures() {}

    /** For tables: a share in percent, an undefined value as an en dash. */
    static String cell(Metric metric, double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        return switch (metric.unit()) {
            case FRACTION -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case COUNT -> String.format(Locale.ROOT, "%,d", (long) value);
            case MONEY -> String.format(Locale.ROOT, "%,.2f", value);
            case RATIO, SECONDS -> String.format(Locale.ROOT, "%.3f", value);
        };
    }

    /** A point's parameters, each as its type is. */
    static ObjectNode parameters(List<Axis> axes, double[] values) {
        ObjectNode node = JSON.objectNode();
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            switch (axis.type()) {
                case NUMBER -> node.set(axis.name(), number(values[a]));
                case FLAG -> node.put(axis.name(), values[a] != 0);
                case NAME -> node.put(axis.name(), axis.text(values[a]));
            }
        }
        return node;
    }

    /** A row of metrics; an undefined one is null. */
    static ObjectNode metrics(List<Metric> metrics, double[] row) {
        ObjectNode node = JSON.objectNode();
        for (int m = 0; m < metrics.size(); m++) {
            node.set(metrics.get(m).name(), number(row[m]));
        }
        return node;
    }

    static JsonNode number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return JSON.nullNode();
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    static String bytes(double bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        while (bytes >= 1024 && unit < units.length - 1) {
            bytes /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", bytes, units[unit]);
    }
}
