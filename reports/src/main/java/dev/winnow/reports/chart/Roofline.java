package dev.winnow.reports.chart;

import java.util.List;

/**
 * What kernels reach of what a machine could: operations against operations per byte, both logarithmic, under the roof
 * of memory bandwidth and peak arithmetic (Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009).
 *
 * @param peakGflops of the device, above 0
 * @param peakGbs bandwidth in GB/s, above 0
 */
public record Roofline(double peakGflops, double peakGbs, List<Kernel> kernels) implements Chart {
    /** A measured kernel: floating-point operations per byte moved, and 10^9 of them a second; both above 0. */
    public record Kernel(String name, double flopsPerByte, double gflops) {}

    public Roofline {
        kernels = List.copyOf(kernels);
    }

    @Override
    public String alt() {
        return "";
    }

    @Override
    public Picture draw() {
        return new Picture("", "", alt());
    }
}
