package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunCatalog;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import dev.winnow.reports.runs.RunDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow runs}: what is kept. */
@Command(
        name = "runs",
        description = "List, show, compare or remove the runs that are kept.",
        synopsisSubcommandLabel = "COMMAND")
final class RunsCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: list, show RUN, rm RUN, or diff RUN RUN");
    }

    /** What the four share. */
    private abstract static class Subcommand implements Runnable {
        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        @Mixin
        private final RunsOption runs = new RunsOption();

        final Console console;

        Subcommand(Console console) {
            this.console = console;
        }

        final RunCatalog catalog() {
            return runs.catalog();
        }

        @Override
        public final void run() {
            try {
                call();
            } catch (IOException | UncheckedIOException e) {
                throw new UserError("runs in " + catalog().folder() + ": " + e.getMessage()
                        + "; check that the folder can be read and written");
            }
        }

        abstract void call() throws IOException;
    }

    /** {@code winnow runs list}. */
    @Command(name = "list", description = "List the runs: status, start, points, failed points, seconds.")
    static final class ListRuns extends Subcommand {
        @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
        private Output output = Output.table;

        ListRuns(Console console) {
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
            Listings.print(listing, output, console);
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

    /** {@code winnow runs show}. */
    @Command(name = "show", description = "Print what a run's manifest says: settings, digests, versions, timings.")
    static final class Show extends Subcommand {
        @Parameters(paramLabel = "RUN", description = "Name of a run in the folder of runs, or its folder.")
        private String run;

        @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
        private Output output = Output.table;

        Show(Console console) {
            super(console);
        }

        @Override
        void call() {
            StoredRun found = catalog().find(run);
            if (output == Output.json) {
                console.out().println(found.manifest().toPrettyString());
                return;
            }
            List<List<Object>> rows = new ArrayList<>();
            flatten("", found.manifest(), rows);
            Listings.print(new Listing(List.of(Column.text("field"), Column.text("value")), rows), output, console);
        }

        private static void flatten(String path, JsonNode node, List<List<Object>> rows) {
            if (node.isObject()) {
                node.properties()
                        .forEach(field -> flatten(
                                path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), rows));
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    flatten(path + "[" + i + "]", node.get(i), rows);
                }
            } else {
                rows.add(List.of(path, node.asText()));
            }
        }
    }

    /** {@code winnow runs rm}. */
    @Command(name = "rm", description = "Remove runs with all that they hold.")
    static final class Remove extends Subcommand {
        @Parameters(paramLabel = "RUN", arity = "1..*", description = "Names of runs, or their folders.")
        private List<String> names;

        Remove(Console console) {
            super(console);
        }

        @Override
        void call() throws IOException {
            List<StoredRun> found = names.stream().map(catalog()::find).toList();
            for (StoredRun run : found) {
                RunCatalog.remove(run);
                console.err().println("removed " + run.folder());
            }
        }
    }

    /** {@code winnow runs diff}. */
    @Command(
            name = "diff",
            description = "Compare two runs: settings, data and code that differ, then the metrics of equal points.")
    static final class Diff extends Subcommand {
        @Parameters(index = "0", paramLabel = "RUN", description = "The first run.")
        private String first;

        @Parameters(index = "1", paramLabel = "RUN", description = "The second run.")
        private String second;

        @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
        private Output output = Output.table;

        Diff(Console console) {
            super(console);
        }

        @Override
        void call() throws IOException {
            Listings.print(RunDiff.of(catalog().find(first), catalog().find(second)), output, console);
        }
    }
}
