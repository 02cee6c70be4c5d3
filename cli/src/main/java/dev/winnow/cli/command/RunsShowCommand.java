package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow runs show}. */
@Command(name = "show", description = "Print what a run's manifest says: settings, digests, versions, timings.")
final class RunsShowCommand extends RunsSubcommand {
    @Parameters(paramLabel = "RUN", description = "Name of a run in the folder of runs, or its folder.")
    private String run;

    @Mixin
    private final ListingOption output = new ListingOption();

    RunsShowCommand(Console console) {
        super(console);
    }

    @Override
    void call() {
        StoredRun found = catalog().find(run);
        if (output.format() == Output.json) {
            console.out().println(found.manifest().toPrettyString());
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        flatten("", found.manifest(), rows);
        output.print(new Listing(List.of(Column.text("field"), Column.text("value")), rows), console);
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
