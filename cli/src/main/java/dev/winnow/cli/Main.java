package dev.winnow.cli;

import dev.winnow.cli.command.Winnow;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import java.io.PrintStream;
import java.util.Optional;

/** The way in. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Console.system(), args));
    }

    /** Runs the command on the process's streams and returns its exit code. */
    public static int run(String... args) {
        return run(Console.system(), args);
    }

    /** Runs the command on these streams, with no environment, and returns its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(Console.plain(out, err), args);
    }

    /** Runs the command on this console and returns its exit code. */
    public static int run(Console console, String... args) {
        String[] words = args.length == 0 ? new String[] {"--help"} : args;
        Optional<String> usage = Usage.of(words);
        if (usage.isEmpty()) {
            return Winnow.run(console, words);
        }
        console.out().print(usage.get());
        console.out().flush();
        return ExitCode.DONE;
    }
}
