/**
 * Benchmarks: the grid of moving-average crossings that every rival is measured on, and the plain loop it is held
 * against. Start at {@link dev.winnow.cli.bench.GridBenchmark}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.bench;
