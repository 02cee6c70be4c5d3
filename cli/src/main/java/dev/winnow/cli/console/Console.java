package dev.winnow.cli.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param in what a command reads that is asked to read from standard input; nothing else does
 * @param out the result, and nothing else
 * @param err everything else: problems, progress, notes
 * @param environment the environment variables
 * @param outTerminal whether a person reads {@code out}
 * @param errTerminal whether a person reads {@code err}
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outTerminal,
        boolean errTerminal) {
    /** One with nothing to read. */
    public Console(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            boolean outTerminal,
            boolean errTerminal) {
        this(InputStream.nullInputStream(), out, err, environment, outTerminal, errTerminal);
    }

    /** The process's own streams in UTF-8; the launcher says which of them are terminals. */
    public static Console system() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                "terminal".equals(System.getProperty("winnow.stdout")),
                "terminal".equals(System.getProperty("winnow.stderr")));
    }

    /** Streams that no person watches, and no environment. */
    public static Console plain(PrintStream out, PrintStream err) {
        return new Console(out, err, Map.of(), false, false);
    }

    /** Whether {@code out} may carry colours: a terminal, and NO_COLOR is not set. */
    public boolean colours() {
        return outTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
