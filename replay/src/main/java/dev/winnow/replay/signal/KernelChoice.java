package dev.winnow.replay.signal;

import dev.winnow.engine.UserError;

/**
 * The choice between the twins, which give the same bits. {@code -Dwinnow.vector=off} takes the scalar ones;
 * {@code -Dwinnow.vector.bits=128}, {@code 256} or {@code 512} sets the lane width, which is the machine's preferred
 * one otherwise.
 *
 * @param kernels the chosen ones
 * @param reason why, in a few words
 * @param gradual whether a job is to begin with the scalar ones, until the chosen ones are compiled
 * @param codes whether columns that meet many others are worth coding
 */
public record KernelChoice(PlaneKernels kernels, String reason, boolean gradual, boolean codes) {
    /**
     * Below this many bar-points the scalar twin is done before the Vector API is compiled: that takes one to two seconds
     * of processor time, in which the scalar one does about so many.
     */
    private static final long WARM_UP = 3_000_000_000L;

    /**
     * Below this many bar-points codes save less than their own code costs to be compiled: about a twentieth of a second.
     */
    private static final long LEAST_CODED = 100_000_000L;

    /** Narrower masks are not turned into instructions. */
    private static final int LEAST_BITS = 256;

    /** Whether the Vector API computes the planes. */
    public boolean vector() {
        return kernels instanceof VectorPlaneKernels;
    }

    /** The scalar kernels. */
    public static PlaneKernels scalar() {
        return new ScalarPlaneKernels();
    }

    /** For a run's record: {@code "vector 512 bits (the machine's preferred width)"}. */
    @Override
    public String toString() {
        return (gradual ? "scalar until compiled, then " : "") + kernels.description() + " (" + reason + ")";
    }

    /** The fastest kernels of this process for long work. */
    public static KernelChoice best() {
        return Best.CHOICE;
    }

    /** The fastest kernels for a job of about so many bar-points (bars x points), start-up included. */
    public static KernelChoice forWork(double barPoints) {
        if (forcedBits() != 0 || off()) {
            return best();
        }
        return barPoints < WARM_UP
                ? plainly("too little work to warm up the Vector API", barPoints >= LEAST_CODED)
                : new KernelChoice(best().kernels(), best().reason(), best().vector(), true);
    }

    private static KernelChoice plainly(String reason, boolean codes) {
        return new KernelChoice(scalar(), reason, false, codes);
    }

    private static boolean off() {
        return "off".equals(System.getProperty("winnow.vector"));
    }

    /** The lane width that was asked for, 0 if none was. */
    static int forcedBits() {
        String bits = System.getProperty("winnow.vector.bits", "0");
        return switch (bits) {
            case "0" -> 0;
            case "128" -> 128;
            case "256" -> 256;
            case "512" -> 512;
            default -> throw new UserError("winnow.vector.bits is 128, 256 or 512, not '" + bits + "'");
        };
    }

    private static KernelChoice find() {
        if (off()) {
            return plainly("winnow.vector=off", true);
        }
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return plainly("the module jdk.incubator.vector is not loaded", true);
        }
        if (forcedBits() != 0) {
            return new KernelChoice(new VectorPlaneKernels(), "winnow.vector.bits=" + forcedBits(), false, true);
        }
        return VectorPlaneKernels.bits() < LEAST_BITS
                ? plainly("vectors of " + VectorPlaneKernels.bits() + " bits are too narrow", true)
                : new KernelChoice(new VectorPlaneKernels(), "the machine's preferred width", false, true);
    }

    /** Loads the Vector API only when it is asked for. */
    private static final class Best {
        static final KernelChoice CHOICE = find();
    }
}
