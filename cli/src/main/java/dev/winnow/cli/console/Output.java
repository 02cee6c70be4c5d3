package dev.winnow.cli.console;

/** Formats of a result, named as typed. */
public enum Output {
    table,
    json,
    csv
}
