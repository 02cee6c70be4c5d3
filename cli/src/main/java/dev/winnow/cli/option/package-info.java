/**
 * Options that several commands share, each a mix-in that knows what its options mean. Start at
 * {@link dev.winnow.cli.option.SweepOptions}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.option;
