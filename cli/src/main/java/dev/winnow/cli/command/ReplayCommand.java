package dev.winnow.cli.command;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.SweepOptions;
import dev.winnow.cli.ready.ReadyReplay;
import dev.winnow.cli.signals.MissingRecording;
import dev.winnow.cli.sweep.SweepRun;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow replay}: every combination of recorded signals, ranked. */
@Command(
        name = "replay",
        description = "Run every combination of recorded signals, prove some of them, and print the best.")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SweepOptions options = new SweepOptions();

    @Option(
            names = "--prove",
            paramLabel = "N",
            description = "Random points of each symbol to run anew as full backtests from raw bars; default: 5.")
    private int prove = 5;

    private final Console console;

    @Spec
    private CommandSpec command;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (prove < 0) {
            throw new UserError("--prove " + prove + " is below 0; give the number of points to prove");
        }
        SweepSpec spec = options.read(console);
        MissingRecording.make(spec, console);
        return new SweepRun(
                        options, console, command.commandLine().getParseResult().originalArgs(), prove)
                .of(ReadyReplay.of(spec, console), Artifacts.NONE);
    }
}
