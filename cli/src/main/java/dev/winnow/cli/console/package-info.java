/**
 * What a command talks to: streams, exit codes, formats of its output, files and folders that it leaves. Uses no other
 * package of the command line. Start at {@link dev.winnow.cli.console.Console}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.console;
