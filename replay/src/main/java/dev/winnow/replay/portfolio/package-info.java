/**
 * Simulators: the plain reference and the fast one; fills, costs, stops, sizes.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.portfolio;
