package dev.winnow.cli.command;

/** Formats of a result, named as typed. */
enum Output {
    table,
    json,
    csv
}
