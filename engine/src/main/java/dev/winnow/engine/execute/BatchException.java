package dev.winnow.engine.execute;

import dev.winnow.engine.workload.Batch;

/** A bug met while a batch was evaluated: the message names its points, the cause is what was thrown. */
public final class BatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BatchException(Batch batch, Throwable cause) {
        super(
                "evaluating points " + batch.first() + " to " + (batch.first() + batch.count() - 1) + " failed: "
                        + cause,
                cause);
    }
}
