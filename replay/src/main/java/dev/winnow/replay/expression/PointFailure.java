package dev.winnow.replay.expression;

/** A point's values make an expression impossible, as a window of 2.5 bars; the message is the cause in one line. */
public final class PointFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PointFailure(String cause) {
        super(cause, null, false, false);
    }
}
