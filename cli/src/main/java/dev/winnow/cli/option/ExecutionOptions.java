package dev.winnow.cli.option;

import dev.winnow.cli.config.Overrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a sweep is executed; none of it changes a result. */
public final class ExecutionOptions {
    @Option(
            names = "--threads",
            paramLabel = "N|auto",
            description = "Worker threads; default: auto, one a core at first, then as many as are fastest.")
    private @Nullable String threads;

    @Option(
            names = "--batch",
            paramLabel = "N|auto",
            description = "Points a batch; default: auto, sized by memory, then as is fastest.")
    private @Nullable String batch;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Heap that the sweep may take, like 512M; refused at once where that is too little.")
    private @Nullable String memory;

    @Option(
            names = "--max-failures",
            paramLabel = "N|P%",
            description = "Stop when more points have failed: a number, or a share of all points.")
    private @Nullable String maxFailures;

    @Option(
            names = "--cache",
            paramLabel = "file|URL",
            arity = "0..1",
            fallbackValue = "file",
            description =
                    "Keep prepared values from run to run, in a file that processes share, and in the Redis server"
                            + " of a redis:// URL too; default: none.")
    private @Nullable String cache;

    @Option(names = "--no-cache", description = "Keep none, whatever the spec says; the results are the same bits.")
    private boolean noCache;

    @Option(names = "--plugins", paramLabel = "JAR", description = "A JAR with workloads of your own; may be repeated.")
    private List<Path> plugins = new ArrayList<>();

    /** The options that are settings too. */
    List<Overrides.Flag> flags() {
        List<Overrides.Flag> flags = new ArrayList<>();
        add(flags, "threads", threads);
        add(flags, "batch", batch);
        add(flags, "memory", memory);
        add(flags, "max-failures", maxFailures);
        add(flags, "cache", noCache ? "none" : cache);
        return flags;
    }

    /** Adds the option as the setting of the run section that it stands for, if it was given. */
    public static void add(List<Overrides.Flag> flags, String name, @Nullable String value) {
        if (value != null) {
            flags.add(flag(name, value));
        }
    }

    /** {@code --threads} where a command sets it for itself. */
    public static Overrides.Flag threads(int count) {
        return flag("threads", String.valueOf(count));
    }

    private static Overrides.Flag flag(String name, String value) {
        return new Overrides.Flag("run." + name, value, "--" + name + " " + value);
    }

    /** JARs with workloads. */
    public List<Path> plugins() {
        return List.copyOf(plugins);
    }
}
