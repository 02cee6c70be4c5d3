package dev.winnow.engine.execute;

import dev.winnow.engine.workload.TransientFailure;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Which failures of a batch may pass by themselves. {@link TransientFailure}: the workload says so.
 * {@link UncheckedIOException}: a network or a disk may be back, unless the cause names a file that is missing, in the
 * way or not to be touched, which it will be again. Everything else is decided by code and values alone and would only
 * happen again. OutOfMemoryError is neither: it is met by halving.
 */
final class Retry {
    /** How often a batch is tried. */
    static final int ATTEMPTS = 3;

    private static final long FIRST_PAUSE_MILLIS = 20;

    private Retry() {}

    static boolean worthwhile(Throwable thrown) {
        return switch (thrown) {
            case TransientFailure passing -> true;
            case UncheckedIOException io -> !(io.getCause() instanceof FileSystemException);
            default -> false;
        };
    }

    /** Waits after a failed attempt, counted from 1: 20 ms, then 100 ms. */
    static void pause(int attempt) {
        long millis = FIRST_PAUSE_MILLIS * (long) Math.pow(5, attempt - 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
