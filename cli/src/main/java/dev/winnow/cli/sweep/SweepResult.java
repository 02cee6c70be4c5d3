package dev.winnow.cli.sweep;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.plan.Ranked;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.SweepReport;
import dev.winnow.reports.SweepReport.Row;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a sweep found over all its symbols, as the report that is printed. */
record SweepResult(SweepSpec spec, List<Metric> metrics, List<String> remarks, List<SymbolSweep> sweeps, Path folder) {
    /** Of a run of fewer seconds nobody wants to know what was predicted. */
    private static final double WORTH_FORETELLING = 2;

    SweepReport report() {
        double seconds = sweeps.stream().mapToDouble(SymbolSweep::wallSeconds).sum();
        return new SweepReport(
                spec.name(),
                folder.toString(),
                total(sweep -> sweep.space().size()),
                total(SymbolSweep::evaluated),
                total(SymbolSweep::kept),
                failed(),
                spec.objective().text(),
                sweeps.stream().map(SymbolSweep::kernel).distinct().collect(Collectors.joining("; ")),
                sweeps.stream().mapToInt(SymbolSweep::threads).max().orElse(0),
                seconds,
                sweeps.stream().mapToDouble(SymbolSweep::barPoints).sum() / seconds,
                sweeps.getFirst().space().axes(),
                metrics,
                metrics.stream()
                        .map(Metric::name)
                        .toList()
                        .indexOf(spec.objective().metric()),
                () -> sweeps.stream().flatMap(SweepResult::rows).iterator(),
                notes());
    }

    private static java.util.stream.Stream<Row> rows(SymbolSweep sweep) {
        return StreamSupport.stream(sweep.best().spliterator(), false)
                .map(point -> new Row(
                        point.rank(),
                        sweep.symbol(),
                        sweep.space().point(point.point()),
                        point.metrics(),
                        point.standing() == Ranked.Standing.MEETS));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (sweeps.stream().flatMap(SweepResult::rows).anyMatch(row -> !row.meets())) {
            notes.add("* misses require: " + (spec.require() == null ? "the point failed" : spec.require()));
        }
        notes.addAll(remarks);
        for (SymbolSweep sweep : sweeps) {
            if (!sweep.subject().note().isEmpty()) {
                notes.add(sweep.symbol() + ": " + sweep.subject().note());
            }
            if (sweep.wallSeconds() >= WORTH_FORETELLING && sweep.foretold().get("wallError") instanceof Double error) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s: %.1f s were predicted after %,d points (%+.0f %%)",
                        sweep.symbol(),
                        (double) sweep.foretold().get("wallSeconds"),
                        (long) sweep.foretold().get("afterPoints"),
                        100 * error));
            }
        }
        return notes;
    }

    private long failed() {
        return total(sweep -> sweep.failures().count());
    }

    private long total(ToLongFunction<SymbolSweep> part) {
        return sweeps.stream().mapToLong(part).sum();
    }

    /** Tells of points that failed; whether any did. */
    boolean reportFailures(PrintStream err) {
        for (SymbolSweep sweep : sweeps) {
            long failed = sweep.failures().count();
            if (failed > 0) {
                err.println(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d points failed, the first of them:",
                        sweep.symbol(),
                        failed,
                        sweep.space().size()));
                for (FirstFailures.Failure failure : sweep.failures().list()) {
                    err.println("  " + sweep.space().describe(failure.point()) + ": " + failure.cause());
                }
            }
        }
        return failed() > 0;
    }
}
