/**
 * The folder of a run: manifest, results as frames with checksums, failures, log, lock. Start at
 * {@link dev.winnow.engine.store.RunFolder} for writing and at {@link dev.winnow.engine.store.RunCatalog} for reading;
 * uses execute, space and workload. Why it is so: docs/design/runs.md.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.store;
