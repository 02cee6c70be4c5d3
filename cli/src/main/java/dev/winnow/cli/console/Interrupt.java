package dev.winnow.cli.console;

import dev.winnow.engine.execute.StopSignal;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C (or a request to terminate) into a request to stop, and keeps the JVM from ending until this is closed:
 * what is in flight can be finished and kept. The JVM's exit code then is 130 (143), whatever the command returns.
 */
public final class Interrupt implements AutoCloseable {
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(PrintStream err) {
        this.hook = new Thread(() -> finish(err), "winnow-interrupt");
    }

    /** Listens from now on; says on {@code err} that the batches in flight are finished first. */
    public static Interrupt listening(PrintStream err) {
        Interrupt interrupt = new Interrupt(err);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Set from the moment on that Ctrl-C was pressed. */
    public StopSignal signal() {
        return stop;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the JVM is on its way out, and no longer held back
        }
    }

    private void finish(PrintStream err) {
        stop.request();
        err.println("stopping: the batches in flight are finished first");
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
