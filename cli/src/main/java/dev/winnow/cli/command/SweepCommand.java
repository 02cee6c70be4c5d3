package dev.winnow.cli.command;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.SweepOptions;
import dev.winnow.cli.ready.ArtifactSource;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.cli.ready.Workloads;
import dev.winnow.cli.sweep.SweepRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow sweep}: every point of a spec, ranked. */
@Command(name = "sweep", description = "Run every point of a spec and print the best.")
final class SweepCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SweepOptions options = new SweepOptions();

    private final Console console;

    @Spec
    private CommandSpec command;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SweepSpec spec = options.read(console);
        try (ArtifactSource cache = ArtifactSource.of(spec.run(), console)) {
            ReadySweep ready = Workloads.ready(spec, options.execution().plugins(), cache.artifacts());
            int code = new SweepRun(
                            options,
                            console,
                            command.commandLine().getParseResult().originalArgs(),
                            0)
                    .of(ready, cache.artifacts());
            cache.tell(console);
            return code;
        }
    }
}
