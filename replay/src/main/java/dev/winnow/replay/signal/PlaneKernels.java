package dev.winnow.replay.signal;

/**
 * Number columns to bit planes: comparisons and crossings. There are two twins that give the same bits, plain Java and
 * the Vector API; {@link KernelChoice} says which of them a process uses.
 *
 * <p>Everywhere: {@code a}, {@code b} are double[bars] or longer, outputs long[words(bars)] or longer, of which the
 * first words(bars) words are written and bits past the last bar are 0. A comparison with NaN is false. Outputs must
 * not be the same array.
 */
public sealed interface PlaneKernels permits ScalarPlaneKernels, VectorPlaneKernels {
    /** What these kernels are, for a run's record: {@code "vector 512 bits"} or {@code "scalar"}. */
    String description();

    /** The same for columns that meet many others. */
    CodedKernels coded();

    /** {@code out[t] = a[t] ? b[t]} for the comparison. */
    void compare(Comparison comparison, double[] a, double[] b, int bars, long[] out);

    /** {@code out[t] = a[t] ? b} for the comparison. */
    void compare(Comparison comparison, double[] a, double b, int bars, long[] out);

    /**
     * Both crossings in one pass: {@code above[t] = a[t] > b[t] and a[t-1] <= b[t-1]},
     * {@code below[t] = a[t] < b[t] and a[t-1] >= b[t-1]}; bar 0 is false.
     */
    void crosses(double[] a, double[] b, int bars, long[] above, long[] below);

    /** Both crossings of a level: {@link #crosses(double[], double[], int, long[], long[])} with a constant column. */
    void crosses(double[] a, double b, int bars, long[] above, long[] below);

    /** {@code above[t] = a[t] > b[t] and a[t-1] <= b[t-1]}; exchange the columns for the other direction. */
    void crossesAbove(double[] a, double[] b, int bars, long[] above);

    /** {@code above[t] = a[t] > b and a[t-1] <= b}. */
    void crossesAbove(double[] a, double b, int bars, long[] above);

    /** {@code below[t] = a[t] < b and a[t-1] >= b}. */
    void crossesBelow(double[] a, double b, int bars, long[] below);
}
