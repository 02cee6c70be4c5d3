package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow runs list}. */
@Command(name = "list", description = "List the runs: status, start, points, failed points, seconds.")
final class RunsListCommand extends RunsSubcommand {
    @Mixin
    private final ListingOption output = new ListingOption();

    RunsListCommand(Console console) {
        super(console);
    }

    @Override
    void call() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (StoredRun run : catalog().all()) {
            rows.add(List.of(
                    run.name(),
                    run.status().text(),
                    run.manifest().path("started").asText(),
                    points(run),
                    (long) sum(run, "failed"),
                    Math.round(1000 * sum(run, "wallSeconds")) / 1000.0));
        }
        Listing listing = new Listing(
                List.of(
                        Column.text("run"),
                        Column.text("status"),
                        Column.text("started"),
                        Column.number("points"),
                        Column.number("failed"),
                        Column.number("seconds")),
                rows);
        output.print(listing, console);
    }

    /** Of a complete run what its manifest says, else what can be read. */
    private static long points(StoredRun run) throws IOException {
        if (run.status() == RunStatus.COMPLETE) {
            return (long) sum(run, "points");
        }
        try (ResultsReader results = ResultsReader.open(run.folder()).orElse(null)) {
            long points = 0;
            if (results != null) {
                for (Optional<Frame> next = results.next(); next.isPresent(); next = results.next()) {
                    points += next.get().count();
                }
            }
            return points;
        }
    }

    private static double sum(StoredRun run, String field) {
        return StreamSupport.stream(run.manifest().path("symbols").spliterator(), false)
                .mapToDouble(symbol -> symbol.path(field).asDouble())
                .sum();
    }
}
