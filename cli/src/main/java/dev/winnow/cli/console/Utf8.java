package dev.winnow.cli.console;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writers over the console's streams, for what wants a writer; a failing stream is the console's to report. */
public final class Utf8 {
    private Utf8() {}

    /** Flushed at the end of each {@code println} alone. */
    public static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
