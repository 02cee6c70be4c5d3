package dev.winnow.engine.artifact;

import java.util.List;

/**
 * What lies in a tier.
 *
 * @param tier file or redis
 * @param values number of values
 * @param storedBytes their packed bytes with headers
 * @param rawBytes their bytes once unpacked
 * @param computeSeconds what computing all of them took
 * @param spaceBytes bytes of the file; 0 where that is not known
 */
public record TierContents(
        String tier, long values, long storedBytes, long rawBytes, double computeSeconds, long spaceBytes) {
    private static final double NANOS_PER_SECOND = 1e9;

    static TierContents of(String tier, List<StoredValue> headers, long spaceBytes) {
        return new TierContents(
                tier,
                headers.size(),
                headers.stream().mapToLong(StoredValue::storedLength).sum(),
                headers.stream().mapToLong(StoredValue::rawLength).sum(),
                headers.stream().mapToLong(StoredValue::computeNanos).sum() / NANOS_PER_SECOND,
                spaceBytes);
    }
}
