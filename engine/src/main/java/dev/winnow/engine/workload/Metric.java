package dev.winnow.engine.workload;

/**
 * A figure that a workload reports of a point.
 *
 * @param name snake_case, unique in the workload
 * @param unit how the number reads
 * @param direction which way is better
 * @param deterministic whether the same point always gives the same bits (false for measured times)
 */
public record Metric(String name, Unit unit, Direction direction, boolean deterministic) {
    /** How a number reads. */
    public enum Unit {
        /** A plain number. */
        RATIO,
        /** A share, shown in percent: 0.5 reads 50 %. */
        FRACTION,
        COUNT,
        /** Cash of the account's currency. */
        MONEY,
        SECONDS
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER,
        NEITHER
    }
}
