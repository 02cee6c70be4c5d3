/**
 * Axes, constraints, and the arithmetic between a point's index and its values. Start at
 * {@link dev.winnow.engine.space.Space}; {@link dev.winnow.engine.space.Axes} makes axes as a spec gives them. Uses
 * nothing but the engine's root.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.space;
