package dev.winnow.replay.signal;

/**
 * The choice between the twins. {@code -Dwinnow.vector=off} takes the scalar ones; {@code -Dwinnow.vector.bits=128},
 * {@code 256} or {@code 512} sets the lane width, which is the machine's preferred one otherwise.
 */
final class KernelChoice {
    static final PlaneKernels KERNELS;
    static final String REASON;

    static {
        if ("off".equals(System.getProperty("winnow.vector"))) {
            KERNELS = new ScalarPlaneKernels();
            REASON = "winnow.vector=off";
        } else if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            KERNELS = new ScalarPlaneKernels();
            REASON = "the module jdk.incubator.vector is not loaded";
        } else {
            KERNELS = new VectorPlaneKernels();
            String bits = System.getProperty("winnow.vector.bits");
            REASON = bits == null ? "the machine's preferred width" : "winnow.vector.bits=" + bits;
        }
    }

    private KernelChoice() {}
}
