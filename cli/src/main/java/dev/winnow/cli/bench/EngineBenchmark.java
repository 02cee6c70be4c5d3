package dev.winnow.cli.bench;

import dev.winnow.cli.bench.EngineCost.Part;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times what the engine itself costs a point: a workload next to nothing, with more and more done about its outcomes. */
public final class EngineBenchmark {
    private static final List<Column> COLUMNS = List.of(
            Column.right("threads"),
            Column.left("outcomes are"),
            Column.right("wall"),
            Column.right("processor"),
            Column.right("of it writing thread"));

    private static final List<Part> PARTS = List.of(Part.values());

    private EngineBenchmark() {}

    /**
     * Prints a table.
     *
     * @param points points of a sweep at most
     * @param rounds rounds in turn of which the least counts, after one that warms up
     */
    public static void print(long points, int rounds, PrintStream out) throws IOException {
        Trifle trifle = new Trifle(points);
        int most = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = most == 1 ? List.of(1) : List.of(1, 2);
        List<List<EngineCost>> costs = new ArrayList<>();
        for (int i = 0; i < threads.size() * PARTS.size(); i++) {
            costs.add(new ArrayList<>());
        }
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < costs.size(); i++) {
                EngineCost cost = EngineCost.measure(trifle, part(i), threads.get(i / PARTS.size()));
                if (round >= 0) {
                    costs.get(i).add(cost);
                }
            }
        }
        out.println(NumberText.grouped(trifle.space().size())
                + " points of 3 parameters and 4 metrics that take next to nothing; nanoseconds a point, least of "
                + rounds + " rounds in turn");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            EngineCost best = EngineCost.best(costs.get(i));
            rows.add(List.of(
                    String.valueOf(threads.get(i / PARTS.size())),
                    part(i).text(),
                    nanos(best.wall()),
                    nanos(best.processor()),
                    nanos(best.writer())));
        }
        new TextTable(COLUMNS, Glyphs.UNICODE).write(rows, out);
    }

    private static Part part(int row) {
        return PARTS.get(row % PARTS.size());
    }

    private static String nanos(double nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos);
    }
}
