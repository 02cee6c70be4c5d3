package dev.winnow.engine.artifact;

/**
 * How a tier fares.
 *
 * @param tier heap, file or redis
 * @param counts what it did
 * @param open whether its breaker keeps calls away at the moment
 * @param problem what its last failed call said, in one line; empty when none failed
 */
public record TierReport(String tier, TierCounts counts, boolean open, String problem) {}
