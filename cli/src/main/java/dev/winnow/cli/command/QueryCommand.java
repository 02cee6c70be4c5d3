package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.cli.option.RunsOption;
import dev.winnow.engine.UserError;
import dev.winnow.reports.runs.RunDatabase;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow query}: SQL over all runs. */
@Command(
        name = "query",
        description = {
            "Ask all runs in SQL (DuckDB's).",
            "runs.results has run, symbol, point, each parameter and metric by name, and cause where a point failed;"
                    + " runs.manifests has run, status, name, started, version, commit, objective, folder and the"
                    + " manifest as JSON."
        },
        footer = {
            "",
            "Example: winnow query \"select run, max(sharpe) from runs.results group by run\"",
        })
final class QueryCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final RunsOption runs = new RunsOption();

    @Parameters(paramLabel = "SQL", description = "The query.")
    private String sql;

    @Mixin
    private final ListingOption output = new ListingOption();

    private final Console console;

    QueryCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        // results are loaded only for a query that can ask for them
        boolean results = sql.toLowerCase(Locale.ROOT).contains("results");
        try (RunDatabase database = RunDatabase.of(runs.catalog().all(), results)) {
            output.print(database.query(sql), console);
        } catch (IOException e) {
            throw new UserError("runs in " + runs.catalog().folder() + ": " + e.getMessage()
                    + "; check that the folder can be read");
        }
    }
}
