package dev.winnow.cli.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value comes from.
 *
 * @param source a file, {@code --set fast=10}, an environment variable, or {@code default}
 * @param line from 1 in a file; 0: the source is not a file
 * @param column from 1 in a file
 */
public record Place(String source, int line, int column) {
    private static final Pattern IN_FILE = Pattern.compile("(.+):\\d+:\\d+");

    /** A place that is no file. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    /** The file of a place's text, empty where that is no place in a file. */
    public static Optional<String> file(String text) {
        Matcher inFile = IN_FILE.matcher(text);
        return inFile.matches() ? Optional.of(inFile.group(1)) : Optional.empty();
    }

    /** {@code spec.yaml:3:5}, or the source alone. */
    public String text() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
