package dev.winnow.cli.config;

/**
 * Where a value comes from.
 *
 * @param source a file, {@code --set fast=10}, an environment variable, or {@code default}
 * @param line from 1 in a file; 0: the source is not a file
 * @param column from 1 in a file
 */
public record Place(String source, int line, int column) {
    /** A place that is no file. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    /** {@code spec.yaml:3:5}, or the source alone. */
    public String text() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
