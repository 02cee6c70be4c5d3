package dev.winnow.cli.console;

import java.util.List;
import java.util.stream.Collectors;

/** Words as a POSIX shell reads them back. */
public final class ShellText {
    private ShellText() {}

    /** The words in one line, quoted where a shell would read them otherwise. */
    public static String of(List<String> words) {
        return words.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
