package dev.winnow.engine.store;

import dev.winnow.engine.Digest;

/**
 * What tells one run from another: equal spec, data and code give equal results, and an equal key.
 *
 * @param hex 12 lower-case hex digits
 */
public record RunKey(String hex) {
    private static final int DIGITS = 12;

    public RunKey {
        if (!hex.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException("not a run key: " + hex);
        }
    }

    /** The first 12 hex digits of the SHA-256 over the canonical text of the spec, the data's digest and the code. */
    public static RunKey of(String canonicalSpec, String dataDigest, String codeVersion) {
        Digest digest = new Digest().text(canonicalSpec).text(dataDigest).text(codeVersion);
        return new RunKey(digest.hex().substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return hex;
    }
}
