package dev.winnow.engine.artifact;

/** A tier has no room for a value; what it holds can still be read. */
final class TierFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TierFullException(Throwable cause) {
        super(cause);
    }
}
