package dev.winnow.cli;

import dev.winnow.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a run of the command said. */
public record CommandRun(int code, String out, String err) {
    /** With no environment and nothing to read. */
    public static CommandRun of(String... args) {
        return with(Map.of(), args);
    }

    static CommandRun with(Map<String, String> environment, String... args) {
        return of(InputStream.nullInputStream(), new ByteArrayOutputStream(), environment, args);
    }

    /** With standard input. */
    public static CommandRun reading(InputStream in, String... args) {
        return reading(in, new ByteArrayOutputStream(), args);
    }

    /** The same, with what comes out watched on its way. */
    public static CommandRun reading(InputStream in, ByteArrayOutputStream out, String... args) {
        return of(in, out, Map.of(), args);
    }

    private static CommandRun of(
            InputStream in, ByteArrayOutputStream out, Map<String, String> environment, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                false,
                false);
        int code = Main.run(console, args);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
