/**
 * The folder of a run: manifest, results, failures. Start at {@link dev.winnow.engine.store.RunFolder}; uses execute,
 * space and workload.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.store;
