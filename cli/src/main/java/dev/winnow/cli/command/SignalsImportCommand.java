package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.engine.UserError;
import dev.winnow.replay.recording.JsonLinesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow signals import}. */
@Command(name = "import", description = "Make a recording of lines of JSON, as --jsonl and export write them.")
final class SignalsImportCommand implements Runnable {
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

    SignalsImportCommand(Console console) {
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
