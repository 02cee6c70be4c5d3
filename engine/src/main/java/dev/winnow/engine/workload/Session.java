package dev.winnow.engine.workload;

/** One worker's way into a workload: owns scratch memory, used by one thread at a time. */
public interface Session extends AutoCloseable {
    /**
     * Evaluates every point of the batch into {@code out}. A point that cannot be evaluated is recorded with
     * {@link Outcome#fail}; only a bug throws. The same point gives the same bits in any batch on any thread.
     */
    void evaluate(Batch batch, Outcome out);

    @Override
    default void close() {}
}
