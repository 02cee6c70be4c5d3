package dev.winnow.engine.workload;

/**
 * What a session throws when evaluating failed for a reason that may pass by itself: a device that is busy, a server
 * that does not answer. The engine closes the session and tries the batch again with a new one.
 */
public final class TransientFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: what failed, and what of */
    public TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
