package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Listings;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Utf8;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.signals.SignalEvents;
import dev.winnow.engine.UserError;
import dev.winnow.replay.recording.JsonLinesWriter;
import dev.winnow.replay.recording.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow signals export}. */
@Command(name = "export", description = "Print every signal event: a row or a line of JSON each.")
final class SignalsExportCommand implements Runnable {
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

    SignalsExportCommand(Console console) {
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
