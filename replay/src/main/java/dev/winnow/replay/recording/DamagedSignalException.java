package dev.winnow.replay.recording;

/** Stored bytes that are not what was stored; the message says what is wrong, in a few words. */
final class DamagedSignalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedSignalException(String what) {
        super(what);
    }

    DamagedSignalException(String what, Throwable cause) {
        super(what, cause);
    }
}
