/**
 * Specs made ready: expressions compiled and checked against each other, so that nothing is left to do but to evaluate
 * points. Start at {@link dev.winnow.cli.ready.ReadySweep}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.ready;
