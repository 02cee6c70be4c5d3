package dev.winnow.cli.command;

import dev.winnow.reports.Listing;
import dev.winnow.reports.format.CsvOutput;
import dev.winnow.reports.format.JsonOutput;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.ListingTable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Rows as the result of a command. */
final class Listings {
    private Listings() {}

    /** Prints the rows in the format. */
    static void print(Listing listing, Output output, Console console) {
        Writer writer = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
        try {
            switch (output) {
                case table -> ListingTable.write(listing, Glyphs.UNICODE, writer);
                case json -> JsonOutput.write(listing, writer);
                case csv -> CsvOutput.write(listing, console.out());
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
