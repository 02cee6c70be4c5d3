package dev.winnow.engine.artifact;

/** A call to a tier waited as long as it may: the next one would too. */
final class TierStuckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TierStuckException(String what) {
        super(what);
    }

    TierStuckException(String what, Throwable cause) {
        super(what, cause);
    }
}
