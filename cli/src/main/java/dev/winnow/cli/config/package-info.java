/**
 * Specs: YAML with the place of every value, checked against the declared keys, bound to records, layered under the
 * environment and the command line. Start at {@link dev.winnow.cli.config.SpecReader}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.config;
