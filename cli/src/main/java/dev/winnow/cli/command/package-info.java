/**
 * One class a subcommand: it parses its options, calls the other packages, and prints. Start at
 * {@link dev.winnow.cli.command.Winnow}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.command;
