/**
 * The {@code winnow} command: parses, calls the engine and the backtest, prints through the reports. Start at
 * {@link dev.winnow.cli.Main}; nothing may use this package but the packages under it.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli;
