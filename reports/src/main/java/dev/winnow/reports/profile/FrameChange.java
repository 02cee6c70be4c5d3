package dev.winnow.reports.profile;

/**
 * How the share of a frame changed from one side to the other.
 *
 * @param self where it is the last of its stack
 * @param total where it is anywhere in it
 */
public record FrameChange(String frame, Change self, Change total) {
    /**
     * Means of a share before and after.
     *
     * @param p probability of so large a difference by chance, corrected for the number of frames; NaN where sides
     *     hold too few profiles to say
     */
    public record Change(double before, double after, double p) {
        public double difference() {
            return after - before;
        }
    }

    /** {@code gone}, {@code new}, or empty. */
    public String state() {
        return total.after() == 0 ? "gone" : total.before() == 0 ? "new" : "";
    }
}
