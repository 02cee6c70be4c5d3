package dev.winnow.reports.runs;

import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two runs do not share: a row for each setting, digest of data or code that differs; then, of the points with
 * equal symbol and parameters, a row a metric with its means, how many points differ in it, and by how much at most.
 */
public final class RunDiff {
    private final StoredRun one;
    private final StoredRun other;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private RunDiff(StoredRun one, StoredRun other) {
        this.one = one;
        this.other = other;
    }

    /**
     * The differences: field, its value in each run, points that differ, largest difference.
     *
     * @throws dev.winnow.engine.UserError when results cannot be read
     */
    public static Listing of(StoredRun one, StoredRun other) throws IOException {
        RunDiff diff = new RunDiff(one, other);
        diff.addIdentities();
        diff.addPoints();
        return new Listing(
                List.of(
                        Column.text("field"),
                        Column.text("first"),
                        Column.text("second"),
                        Column.number("differing"),
                        Column.number("largest")),
                diff.rows);
    }

    private void addIdentities() {
        RunIdentity first = one.identity();
        RunIdentity second = other.identity();
        Set<String> names = new LinkedHashSet<>(first.fields().keySet());
        names.addAll(second.fields().keySet());
        for (String name : names) {
            String was = first.fields().get(name);
            String is = second.fields().get(name);
            if (was == null || !was.equals(is)) {
                add(name, was, is, null, null);
            }
        }
    }

    private void addPoints() throws IOException {
        PointColumns first = columns(one);
        PointColumns second = columns(other);
        try (RunDatabase database = RunDatabase.of(List.of(one, other), false)) {
            database.load(one, "first");
            database.load(other, "second");
            List<String> keys = names(first.parameters().stream());
            if (!Set.copyOf(keys).equals(Set.copyOf(names(second.parameters().stream())))) {
                add("points (of other parameters)", count(database, "first"), count(database, "second"), null, null);
                return;
            }
            String using = Stream.concat(Stream.of("symbol"), keys.stream())
                    .map(RunDatabase::quoted)
                    .collect(Collectors.joining(", ", " USING (", ")"));
            String both = "first JOIN second" + using;
            Object shared = count(database, both);
            add("points", count(database, "first"), count(database, "second"), null, null);
            add("points in both", shared, shared, null, null);
            List<String> metrics = new ArrayList<>(names(first.metrics().stream()));
            metrics.retainAll(names(second.metrics().stream()));
            for (String metric : metrics) {
                String a = "first." + RunDatabase.quoted(metric);
                String b = "second." + RunDatabase.quoted(metric);
                List<? extends @Nullable Object> row = only(database.query("SELECT avg(" + a + "), avg(" + b
                        + "), count(*) FILTER (" + a + " IS DISTINCT FROM " + b + "), max(abs(" + a + " - " + b
                        + ")) FROM " + both));
                add("mean " + metric, row.get(0), row.get(1), row.get(2), row.get(3));
            }
        }
    }

    private static PointColumns columns(StoredRun run) throws IOException {
        try (var results = run.results()) {
            return new PointColumns(results.layout());
        }
    }

    private static List<String> names(Stream<PointColumns.Column> columns) {
        return columns.map(PointColumns.Column::name).toList();
    }

    private static @Nullable Object count(RunDatabase database, String relation) {
        return only(database.query("SELECT count(*) FROM " + relation)).getFirst();
    }

    private static List<? extends @Nullable Object> only(Listing listing) {
        return listing.rows().iterator().next();
    }

    private void add(
            String field,
            @Nullable Object first,
            @Nullable Object second,
            @Nullable Object differing,
            @Nullable Object largest) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(field);
        row.add(first);
        row.add(second);
        row.add(differing);
        row.add(largest);
        rows.add(row);
    }
}
