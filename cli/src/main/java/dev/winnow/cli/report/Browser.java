package dev.winnow.cli.report;

import dev.winnow.cli.console.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a file in the browser of whoever sits there: the one that BROWSER names, else the system's. */
public final class Browser {
    private Browser() {}

    /** Opens the file, or says in one line that there is no browser. */
    public static void open(Path file, Console console) {
        String address = file.toAbsolutePath().toUri().toString();
        Optional<List<String>> command = command(console);
        try {
            if (command.isPresent()) {
                List<String> words = Stream.concat(command.get().stream(), Stream.of(address))
                        .toList();
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            }
        } catch (IOException e) {
            // told below: whatever the reason is, the page has to be opened by hand
        }
        console.err().println("--open: no browser was found; open " + file + " yourself, or name one in BROWSER");
    }

    private static Optional<List<String>> command(Console console) {
        String named = console.environment().getOrDefault("BROWSER", "");
        if (!named.isBlank()) {
            return Optional.of(List.of(named));
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        String opener = system.startsWith("mac") ? "open" : "xdg-open";
        boolean there = Stream.of(console.environment().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, opener)));
        return there ? Optional.of(List.of(opener)) : Optional.empty();
    }
}
