package dev.winnow.reports.runs;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a run's points: symbol, point, each parameter, each metric, and the cause where a point failed. A name
 * that an earlier column has, upper and lower case being one, gets an underscore for each.
 */
final class PointColumns {
    /** A column with its type in SQL. */
    record Column(String name, String type) {}

    private final ResultsLayout layout;
    private final List<Column> columns = new ArrayList<>();

    PointColumns(ResultsLayout layout) {
        this.layout = layout;
        Set<String> taken = new HashSet<>(Set.of("run"));
        add("symbol", "VARCHAR", taken);
        add("point", "BIGINT", taken);
        for (Axis axis : layout.axes()) {
            add(axis.name(), type(axis), taken);
        }
        layout.metrics().forEach(metric -> add(metric, "DOUBLE", taken));
        add("cause", "VARCHAR", taken);
    }

    List<Column> all() {
        return columns;
    }

    /** Those of the parameters. */
    List<Column> parameters() {
        return columns.subList(2, 2 + layout.axes().size());
    }

    /** Those of the metrics. */
    List<Column> metrics() {
        return columns.subList(2 + layout.axes().size(), columns.size() - 1);
    }

    /** The values of point {@code i} of the frame, in the order of the columns; a metric's NaN is null. */
    List<@Nullable Object> values(Frame frame, int i) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        values.add(layout.symbols().get(frame.group()));
        values.add(frame.first() + i);
        int c = 0;
        for (Axis axis : layout.axes()) {
            double value = frame.columns()[c++][i];
            values.add(
                    switch (axis.type()) {
                        case NUMBER -> (Object) value;
                        case FLAG -> value != 0;
                        case NAME -> axis.text(value);
                    });
        }
        for (; c < layout.columns(); c++) {
            double value = frame.columns()[c][i];
            values.add(Double.isNaN(value) ? null : (Object) value);
        }
        values.add(frame.failures().get(i));
        return values;
    }

    private void add(String name, String type, Set<String> taken) {
        String free = name;
        while (!taken.add(free.toLowerCase(Locale.ROOT))) {
            free += "_";
        }
        columns.add(new Column(free, type));
    }

    private static String type(Axis axis) {
        return switch (axis.type()) {
            case NUMBER -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case NAME -> "VARCHAR";
        };
    }
}
