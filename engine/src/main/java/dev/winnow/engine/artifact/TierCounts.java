package dev.winnow.engine.artifact;

/**
 * What a tier did.
 *
 * @param hits values found
 * @param misses values looked for and not found, whatever the reason
 * @param promotions values copied in from a tier further out
 * @param errors calls that failed
 * @param damaged values dropped since they were not what was stored
 * @param bypassed values neither looked for nor kept: the breaker was open, the tier full or the value too large
 * @param bytesRead stored bytes of the hits
 * @param bytesWritten stored bytes kept
 * @param savedSeconds what computing the hits had taken
 */
public record TierCounts(
        long hits,
        long misses,
        long promotions,
        long errors,
        long damaged,
        long bypassed,
        long bytesRead,
        long bytesWritten,
        double savedSeconds) {
    public static final TierCounts ZERO = new TierCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public TierCounts plus(TierCounts other) {
        return new TierCounts(
                hits + other.hits,
                misses + other.misses,
                promotions + other.promotions,
                errors + other.errors,
                damaged + other.damaged,
                bypassed + other.bypassed,
                bytesRead + other.bytesRead,
                bytesWritten + other.bytesWritten,
                savedSeconds + other.savedSeconds);
    }
}
