package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.plan.Ranked;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a sweep found, in the formats that it is printed in. */
record SweepResult(SweepSpec spec, List<SymbolSweep> sweeps, Path folder) {
    private long evaluated() {
        return sweeps.stream().mapToLong(sweep -> sweep.execution().evaluated()).sum();
    }

    private long points() {
        return sweeps.stream().mapToLong(sweep -> sweep.execution().points()).sum();
    }

    private long failed() {
        return sweeps.stream().mapToLong(sweep -> sweep.execution().failed()).sum();
    }

    private double seconds() {
        return sweeps.stream()
                        .mapToLong(sweep -> sweep.execution().elapsedNanos())
                        .sum()
                / 1e9;
    }

    private double barPointsPerSecond() {
        return sweeps.stream().mapToDouble(SymbolSweep::barPoints).sum() / seconds();
    }

    private int threads() {
        return sweeps.stream()
                .mapToInt(sweep -> sweep.execution().threads())
                .max()
                .orElse(0);
    }

    private String kernel() {
        return sweeps.stream()
                .map(sweep -> sweep.workload().kernel())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<Metric> metrics() {
        return sweeps.getFirst().workload().metrics();
    }

    /** The objective first, then as listed. */
    private List<Integer> columns() {
        List<Integer> columns = new ArrayList<>();
        for (int m = 0; m < metrics().size(); m++) {
            boolean objective = metrics().get(m).name().equals(spec.objective().metric());
            columns.add(objective ? 0 : columns.size(), m);
        }
        return columns;
    }

    void table(PrintStream out) {
        boolean several = sweeps.size() > 1;
        List<String> header = new ArrayList<>(List.of("rank>"));
        if (several) {
            header.add("symbol");
        }
        for (Axis axis : spec.axes()) {
            header.add(axis.name() + (axis.type() == Axis.Type.NUMBER ? ">" : ""));
        }
        columns().forEach(m -> header.add(metrics().get(m).name() + ">"));
        TextTable table = new TextTable(header);
        for (SymbolSweep sweep : sweeps) {
            for (Ranked point : sweep.best()) {
                double[] values = sweep.space().point(point.point());
                List<String> cells = new ArrayList<>(List.of(point.rank() + (meets(point) ? "" : "*")));
                if (several) {
                    cells.add(sweep.symbol());
                }
                for (int a = 0; a < spec.axes().size(); a++) {
                    cells.add(spec.axes().get(a).text(values[a]));
                }
                columns().forEach(m -> cells.add(Figures.cell(metrics().get(m), point.metrics()[m])));
                table.row(cells);
            }
        }
        table.print(out);
        footer(out);
    }

    private void footer(PrintStream out) {
        boolean missed = sweeps.stream()
                .flatMap(sweep -> StreamSupport.stream(sweep.best().spliterator(), false))
                .anyMatch(point -> !meets(point));
        out.println();
        if (missed) {
            out.println("* misses require: " + (spec.require() == null ? "the point failed" : spec.require()));
        }
        if (spec.execution().fill().equals("close")) {
            out.println("fills at the deciding bar's close: optimistic");
        }
        out.println(String.format(
                Locale.ROOT,
                "%,d of %,d points in %.2f s: %,.0f points/s, %,.1f million bar-points/s, %d threads",
                evaluated(),
                points(),
                seconds(),
                evaluated() / seconds(),
                barPointsPerSecond() / 1e6,
                threads()));
        for (SymbolSweep sweep : sweeps) {
            out.println(sweep.symbol() + ": "
                    + String.format(
                            Locale.ROOT, "%,d bars", sweep.loaded().bars().size()) + ", "
                    + Csv.number(sweep.loaded().summary().periodsPerYear()) + " periods a year ("
                    + sweep.loaded().summary().periodsPerYearReason() + ")");
        }
        out.println("kernel: " + kernel());
        out.println("run: " + folder);
    }

    private static boolean meets(Ranked point) {
        return point.standing() == Ranked.Standing.MEETS;
    }

    void json(PrintStream out) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("run", spec.name());
        root.put("folder", folder.toString());
        root.put("points", points());
        root.put("evaluated", evaluated());
        root.put("failed", failed());
        root.put("objective", spec.objective().text());
        root.put("kernel", kernel());
        root.put("threads", threads());
        root.put("wallSeconds", seconds());
        root.put("barPointsPerSecond", barPointsPerSecond());
        for (SymbolSweep sweep : sweeps) {
            for (Ranked point : sweep.best()) {
                ObjectNode node = root.withArray("top").addObject();
                node.put("rank", point.rank());
                node.put("symbol", sweep.symbol());
                node.set(
                        "parameters",
                        Figures.parameters(spec.axes(), sweep.space().point(point.point())));
                node.set("metrics", Figures.metrics(metrics(), point.metrics()));
            }
        }
        out.println(root.toPrettyString());
    }

    void csv(PrintStream out) {
        List<String> header = new ArrayList<>(List.of("symbol"));
        spec.axes().forEach(axis -> header.add(axis.name()));
        metrics().forEach(metric -> header.add(metric.name()));
        out.println(String.join(",", header));
        for (SymbolSweep sweep : sweeps) {
            for (Ranked point : sweep.best()) {
                double[] values = sweep.space().point(point.point());
                StringBuilder line = new StringBuilder(Csv.field(sweep.symbol()));
                for (int a = 0; a < spec.axes().size(); a++) {
                    line.append(',').append(Csv.field(spec.axes().get(a).text(values[a])));
                }
                for (double value : point.metrics()) {
                    line.append(',').append(Csv.number(value));
                }
                out.println(line);
            }
        }
    }

    /** Tells of points that failed; whether any did. */
    boolean reportFailures(PrintStream err) {
        for (SymbolSweep sweep : sweeps) {
            long failed = sweep.execution().failed();
            if (failed > 0) {
                err.println(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d points failed, the first of them:",
                        sweep.symbol(),
                        failed,
                        sweep.execution().points()));
                for (FirstFailures.Failure failure : sweep.failures().list()) {
                    err.println("  " + sweep.space().describe(failure.point()) + ": " + failure.cause());
                }
            }
        }
        return failed() > 0;
    }
}
