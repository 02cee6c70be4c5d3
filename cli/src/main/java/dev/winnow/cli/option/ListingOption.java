package dev.winnow.cli.option;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Listings;
import dev.winnow.cli.console.Output;
import dev.winnow.reports.Listing;
import picocli.CommandLine.Option;

/** {@code --output}, the same on every command whose result is rows. */
public final class ListingOption {
    @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
    private Output output = Output.table;

    /** What was asked for. */
    public Output format() {
        return output;
    }

    /** Prints the rows as was asked for. */
    public void print(Listing listing, Console console) {
        Listings.print(listing, output, console);
    }
}
