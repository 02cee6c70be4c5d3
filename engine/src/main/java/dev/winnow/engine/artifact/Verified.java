package dev.winnow.engine.artifact;

/**
 * What a check of all checksums found in a tier.
 *
 * @param tier file or redis
 * @param sound values that are what was stored
 * @param dropped damaged or incomplete values, which are gone now
 */
public record Verified(String tier, long sound, long dropped) {}
