package dev.winnow.cli.command;

import dev.winnow.cli.config.Explanation;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.SpecOptions;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow config explain}. */
@Command(name = "explain", description = "Print every effective value of a spec and where it came from.")
final class ConfigExplainCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    private final Console console;

    ConfigExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<Explanation.Line> lines = Explanation.of(options.read(console));
        new TextTable(List.of(Column.left("key"), Column.left("value"), Column.left("from")), Glyphs.UNICODE)
                .write(
                        lines.stream()
                                .map(line -> List.of(line.key(), line.value(), line.from()))
                                .toList(),
                        console.out());
    }
}
