package dev.winnow.cli.bench;

import dev.winnow.cli.bench.EngineCost.Part;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times what the engine itself costs a point: a workload next to nothing, with more and more done about its outcomes. */
public final class EngineBenchmark {
    private static final List<Column> COLUMNS = List.of(
            Column.right("threads"),
            Column.left("outcomes are"),
            Column.right("wall"),
            Column.right("processor"),
            Column.right("of it writing thread"));

    private record Case(int threads, Part part) {}

    private EngineBenchmark() {}

    /**
     * Prints a table.
     *
     * @param points points of a sweep at most
     * @param rounds rounds in turn of which the least counts, after one that warms up
     */
    public static void print(long points, int rounds, PrintStream out) throws IOException {
        Trifle trifle = new Trifle(points);
        Map<Case, List<EngineCost>> costs = new LinkedHashMap<>();
        for (int threads = 1; threads <= Math.min(2, Runtime.getRuntime().availableProcessors()); threads++) {
            for (Part part : Part.values()) {
                costs.put(new Case(threads, part), new ArrayList<>());
            }
        }
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<Case, List<EngineCost>> timed : costs.entrySet()) {
                EngineCost cost = EngineCost.measure(
                        trifle, timed.getKey().part(), timed.getKey().threads());
                if (round >= 0) {
                    timed.getValue().add(cost);
                }
            }
        }
        out.println(NumberText.grouped(trifle.space().size())
                + " points of 3 parameters and 4 metrics that take next to nothing; nanoseconds a point, least of "
                + rounds + " rounds in turn");
        List<List<String>> rows = new ArrayList<>();
        costs.forEach((timed, taken) -> rows.add(row(timed, EngineCost.best(taken))));
        new TextTable(COLUMNS, Glyphs.UNICODE).write(rows, out);
    }

    private static List<String> row(Case timed, EngineCost best) {
        return List.of(
                String.valueOf(timed.threads()),
                timed.part().text(),
                nanos(best.wall()),
                nanos(best.processor()),
                nanos(best.writer()));
    }

    private static String nanos(double nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos);
    }
}
