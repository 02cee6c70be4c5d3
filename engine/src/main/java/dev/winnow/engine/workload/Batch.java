package dev.winnow.engine.workload;

/**
 * Points that are evaluated together: the unit of evaluation, of checkpointing and of retry.
 *
 * @param first index in the space of the first point
 * @param count number of consecutive points
 * @param axes values a point
 * @param values double[count * axes], row-major: the points' values in axis order; not to be written
 */
public record Batch(long first, int count, int axes, double[] values) {
    public Batch {
        if (count < 0 || values.length < count * axes) {
            throw new IllegalArgumentException("batch of " + count + " points with " + values.length + " values");
        }
    }

    /** The values of point {@code i} of the batch, copied to {@code into}. */
    public void point(int i, double[] into) {
        System.arraycopy(values, i * axes, into, 0, axes);
    }
}
