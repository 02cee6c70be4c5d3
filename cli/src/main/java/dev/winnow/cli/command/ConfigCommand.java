package dev.winnow.cli.command;

import dev.winnow.cli.config.Explanation;
import dev.winnow.cli.config.SpecSchema;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow config}: what a spec may say, and what one says. */
@Command(
        name = "config",
        description = "Explain a spec's settings, or print the schema of specs.",
        synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: explain SPEC, or schema");
    }

    /** {@code winnow config schema}. */
    @Command(name = "schema", description = "Print the JSON Schema of specs, for editors.")
    static final class Schema implements Runnable {
        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        private final Console console;

        Schema(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            console.out().print(SpecSchema.text());
        }
    }

    /** {@code winnow config explain}. */
    @Command(name = "explain", description = "Print every effective value of a spec and where it came from.")
    static final class Explain implements Runnable {
        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        @Mixin
        private final SpecOptions options = new SpecOptions();

        private final Console console;

        Explain(Console console) {
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
}
