package dev.winnow.engine.artifact;

import dev.winnow.engine.Digest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an artifact was prepared from: a changed input is another key, so nothing is ever invalidated by hand.
 *
 * @param family what shares a hit rate: the name of the workload
 * @param hash SHA-256 in 64 lower-case hex digits
 */
public record ArtifactKey(String family, String hash) {
    static final int HASH_BYTES = 32;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + 2 * HASH_BYTES + "}");

    /** Changes when the canonical form does, so that no old value is read under a new meaning. */
    private static final String FORM = "winnow artifact 1";

    public ArtifactKey {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not 64 lower-case hex digits: " + hash);
        }
    }

    /**
     * The key of what a workload prepares.
     *
     * @param workload name of the workload
     * @param version version of what it computes
     * @param prepare its prepare parameters by name: numbers, booleans, texts, or lists of them. Their order and the
     *     way a number is written (1, 1.0, 1e0) do not matter; a number and a text never give the same key.
     * @param dataDigest digest of the data it reads; empty when it reads none
     * @throws IllegalArgumentException for a parameter of another type
     */
    public static ArtifactKey of(String workload, String version, Map<String, ?> prepare, String dataDigest) {
        Digest digest = new Digest().text(FORM).text(workload).text(version).text(dataDigest);
        digest.number(prepare.size());
        new TreeMap<>(prepare).forEach((name, value) -> {
            digest.text(name);
            CanonicalValue.write(digest, name, value);
        });
        return new ArtifactKey(workload, digest.hex());
    }

    /** The hash as 32 bytes. */
    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }
}
