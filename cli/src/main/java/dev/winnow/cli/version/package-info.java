/** What exactly is running: release, commit, digest of the code that makes results, JDK, SIMD species. */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.version;
