package dev.winnow.cli.command;

import dev.winnow.engine.UserError;
import dev.winnow.replay.recording.JsonLinesReader;
import dev.winnow.replay.recording.JsonLinesWriter;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow signals}: what was recorded. */
@Command(
        name = "signals",
        description = "Describe, compare, export or import recorded signals.",
        synopsisSubcommandLabel = "COMMAND")
final class SignalsCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    /** The command with what it carries. */
    static CommandLine on(Console console) {
        return new CommandLine(new SignalsCommand())
                .addSubcommand("describe", new Describe(console))
                .addSubcommand("diff", new Diff(console))
                .addSubcommand("export", new Export(console))
                .addSubcommand("import", new Import(console));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say which: describe DIR, diff DIR DIR, export DIR, or import FILE -o DIR");
    }

    /** {@code winnow signals describe}. */
    @Command(
            name = "describe",
            description =
                    "Print counts, densities, sizes, first and last signal, duplicates, and what strategies share.")
    static final class Describe implements Runnable {
        /** What a row is of. */
        enum By {
            strategy,
            setting,
            overlap
        }

        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        @Parameters(paramLabel = "DIR", description = "Folder of a recording, or the file in it.")
        private Path folder;

        @Option(
                names = "--by",
                paramLabel = "ROW",
                description = "A row a strategy, a setting, or an overlap of two strategies; default: strategy.")
        private By by = By.strategy;

        @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
        private Output output = Output.table;

        private final Console console;

        Describe(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            try (Recording recording = Recording.open(folder)) {
                SignalsDescription description = SignalsDescription.of(recording);
                switch (by) {
                    case strategy -> description.print(output, console);
                    case setting -> Listings.print(description.bySetting(), output, console);
                    case overlap -> Listings.print(description.overlaps(), output, console);
                }
                if (!recording.complete()) {
                    console.err()
                            .println("the recording is not complete: " + recording.kept() + " of "
                                    + recording.head().settings() + " settings are there");
                }
            }
        }
    }

    /** {@code winnow signals diff}. */
    @Command(name = "diff", description = "Compare two recordings: settings, data and code, then signal by signal.")
    static final class Diff implements Runnable {
        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        @Parameters(index = "0", paramLabel = "DIR", description = "The first recording.")
        private Path first;

        @Parameters(index = "1", paramLabel = "DIR", description = "The second recording.")
        private Path second;

        @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
        private Output output = Output.table;

        private final Console console;

        Diff(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            try (Recording one = Recording.open(first);
                    Recording other = Recording.open(second)) {
                RecordingDiff diff = RecordingDiff.of(one, other);
                Listings.print(SignalsDifference.listing(diff), output, console);
                console.err()
                        .println(String.format(
                                Locale.ROOT,
                                "%,d signals are the same to the bit, %,d are not",
                                diff.equal(),
                                diff.signals().size()));
            }
        }
    }

    /** {@code winnow signals export}. */
    @Command(name = "export", description = "Print every signal event: a row or a line of JSON each.")
    static final class Export implements Runnable {
        /** What is printed. */
        enum Format {
            csv,
            json,
            jsonl
        }

        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        @Parameters(paramLabel = "DIR", description = "Folder of a recording, or the file in it.")
        private Path folder;

        @Option(
                names = "--output",
                paramLabel = "FORMAT",
                description = "csv, json or jsonl, which 'winnow signals import' reads back; default: csv.")
        private Format output = Format.csv;

        private final Console console;

        Export(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            try (Recording recording = Recording.open(folder)) {
                switch (output) {
                    case csv -> Listings.print(SignalEvents.of(recording), Output.csv, console);
                    case json -> Listings.print(SignalEvents.of(recording), Output.json, console);
                    case jsonl -> {
                        PrintWriter writer = Utf8.writer(console.out());
                        JsonLinesWriter.write(recording, writer);
                        writer.flush();
                    }
                }
            } catch (IOException e) {
                throw new UserError("standard output: cannot be written (" + e.getMessage() + ")");
            }
        }
    }

    /** {@code winnow signals import}. */
    @Command(name = "import", description = "Make a recording of lines of JSON, as --jsonl and export write them.")
    static final class Import implements Runnable {
        @Mixin
        @SuppressWarnings("UnusedVariable") // picocli reads it
        private final HelpOption help = new HelpOption();

        @Parameters(paramLabel = "FILE", description = "Lines of JSON.")
        private Path file;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "DIR",
                required = true,
                description = "Folder of the recording.")
        private Path out;

        private final Console console;

        Import(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            if (!Files.isRegularFile(file)) {
                throw new UserError(file + ": no such file; give one that 'winnow signals export' wrote");
            }
            try {
                long settings = JsonLinesReader.read(file, out);
                console.err().println(String.format(Locale.ROOT, "%,d settings are in %s", settings, out));
            } catch (IOException e) {
                throw new UserError(file + " cannot be made a recording in " + out + " (" + e.getMessage() + ")");
            }
        }
    }
}
