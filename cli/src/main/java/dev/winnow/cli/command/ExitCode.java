package dev.winnow.cli.command;

/** What the process's exit code says. */
public final class ExitCode {
    public static final int DONE = 0;

    /** A run failed, some of its points did, or there is a bug. */
    public static final int FAILED = 1;

    /** A mistake in the usage, the configuration or the input. */
    public static final int USAGE = 2;

    /** A regression was found or a threshold missed. */
    public static final int MISSED = 3;

    public static final int INCONCLUSIVE = 4;

    public static final int NOTHING_MEASURED = 5;

    /** Stopped by Ctrl-C or its like; what was found until then is kept. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
