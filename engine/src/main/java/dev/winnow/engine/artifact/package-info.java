/**
 * The artifact store: what a workload prepares, kept under the key of what it was prepared from, in the heap, in a file
 * that processes share, and in Redis. Start at {@link dev.winnow.engine.artifact.ArtifactStore}; uses only the digest and
 * the user errors of the engine.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.artifact;
