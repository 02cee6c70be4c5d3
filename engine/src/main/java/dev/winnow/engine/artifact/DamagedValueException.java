package dev.winnow.engine.artifact;

/** Stored bytes that are not what was stored. */
public final class DamagedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedValueException(String what) {
        super(what);
    }

    DamagedValueException(String what, Throwable cause) {
        super(what, cause);
    }
}
