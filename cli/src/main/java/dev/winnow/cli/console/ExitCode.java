package dev.winnow.cli.console;

/** What the process's exit code says. */
public final class ExitCode {
    /** All that was asked for was done. */
    public static final int DONE = 0;

    /** A run failed, some of its points did, or there is a bug. */
    public static final int FAILED = 1;

    /** Of a comparison: what was compared is not the same. */
    public static final int DIFFERENT = 1;

    /** A mistake in the usage, the configuration or the input. */
    public static final int USAGE = 2;

    /** A regression was found or a threshold missed. */
    public static final int MISSED = 3;

    /** What was measured does not decide the question. */
    public static final int INCONCLUSIVE = 4;

    /** There was nothing to measure, or nothing was. */
    public static final int NOTHING_MEASURED = 5;

    /** Stopped by Ctrl-C or its like; what was found until then is kept. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
