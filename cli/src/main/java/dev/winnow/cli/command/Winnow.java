package dev.winnow.cli.command;

import dev.winnow.cli.config.Bytes;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.console.Utf8;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.version.Version;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command itself: it only carries the subcommands. */
@Command(
        name = "winnow",
        description = "Sweeps parameterised workloads, first of all backtests of trading strategies.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a run or some of its points failed",
            "2:a mistake in the usage, the configuration or the input",
            "3:a regression, or a threshold missed",
            "4:inconclusive",
            "5:nothing was measured",
            "130:interrupted"
        },
        footer = {"", "@FILE stands for the arguments in FILE. Example: winnow sweep configs/examples/sma-cross.yaml"})
public final class Winnow {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print version, commit, JDK and SIMD species, and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    private Winnow() {}

    /** Runs the command on this console, prints all that it says, and returns its exit code. */
    public static int run(Console console, String... words) {
        int code;
        try {
            code = on(console).execute(words);
        } catch (OutOfMemoryError full) {
            long heap = Runtime.getRuntime().maxMemory();
            console.err()
                    .println("winnow: out of memory (" + full.getMessage() + "); the heap has " + Bytes.text(heap)
                            + ", WINNOW_OPTS=-Xmx" + Bytes.text(2 * heap) + " gives twice as much");
            code = ExitCode.FAILED;
        }
        console.out().flush();
        console.err().flush();
        return code;
    }

    /** The whole command line, ready to execute. */
    public static CommandLine on(Console console) {
        CommandLine line = new CommandLine(new Winnow());
        line.addSubcommand("sweep", new SweepCommand(console));
        line.addSubcommand("replay", new ReplayCommand(console));
        line.addSubcommand("run", new RunCommand(console));
        line.addSubcommand("runs", RunsCommand.on(console));
        line.addSubcommand("report", new ReportCommand(console));
        line.addSubcommand("export", new ExportCommand(console));
        line.addSubcommand("query", new QueryCommand(console));
        line.addSubcommand("record", new RecordCommand(console));
        line.addSubcommand("signals", SignalsCommand.on(console));
        line.addSubcommand("explain", new ExplainCommand(console));
        line.addSubcommand("profile", ProfileCommand.on(console));
        line.addSubcommand("indicators", new IndicatorsCommand(console));
        line.addSubcommand("config", ConfigCommand.on(console));
        line.addSubcommand("data", DataCommand.on(console));
        line.addSubcommand("cache", CacheCommand.on(console));
        line.addSubcommand(
                "bench",
                new CommandLine(new BenchCommand(console))
                        .addSubcommand("durability", new BenchDurabilityCommand(console))
                        .addSubcommand("engine", new BenchEngineCommand(console))
                        .addSubcommand("replay", new BenchReplayCommand(console))
                        .addSubcommand("threads", new BenchThreadsCommand(console)));
        line.addSubcommand("help", new HelpCommand());
        line.addSubcommand("generate-completion", new GenerateCompletion());
        Mistakes mistakes = new Mistakes(console.err());
        return line.setOut(Utf8.writer(console.out()))
                .setErr(Utf8.writer(console.err()))
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes);
    }
}
