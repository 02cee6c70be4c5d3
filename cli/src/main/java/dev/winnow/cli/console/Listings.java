package dev.winnow.cli.console;

import dev.winnow.reports.Listing;
import dev.winnow.reports.format.CsvOutput;
import dev.winnow.reports.format.JsonOutput;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.ListingTable;
import java.io.PrintWriter;

/** Rows as the result of a command. */
public final class Listings {
    private Listings() {}

    /** Prints the rows in the format. */
    public static void print(Listing listing, Output output, Console console) {
        PrintWriter writer = Utf8.writer(console.out());
        switch (output) {
            case table -> ListingTable.write(listing, Glyphs.UNICODE, writer);
            case json -> JsonOutput.write(listing, writer);
            case csv -> CsvOutput.write(listing, console.out());
        }
        writer.flush();
    }
}
