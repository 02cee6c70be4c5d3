package dev.winnow.engine.artifact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Picks the codec for values of a family and a type by trying all of them on a sample, and looks again after every {@value #VALUES_PER_TRIAL}
 * values: a trial costs a few milliseconds, most of them zlib's.
 */
final class AutoCodec {
    static final int SAMPLE_BYTES = 64 * 1024;
    private static final int SLICES = 4;
    private static final int ROUNDS = 3;
    private static final int VALUES_PER_TRIAL = 256;

    private final ConcurrentMap<Group, Pick> picks = new ConcurrentHashMap<>();

    /** Values that are alike. */
    private record Group(String family, ArtifactType<?> type) {}

    /** A codec, and for how many more values it stands. */
    private record Pick(Codec codec, int left) {}

    /** The codec for the next value of this family and type. */
    Codec pick(String family, ArtifactType<?> type, byte[] payload) {
        return picks.compute(
                        new Group(family, type),
                        (group, last) -> last == null || last.left == 0
                                ? new Pick(best(sample(payload)), VALUES_PER_TRIAL)
                                : new Pick(last.codec, last.left - 1))
                .codec;
    }

    /** The codec that saves most bytes of the sample for a microsecond; none where none saves any. */
    private static Codec best(byte[] sample) {
        return Arrays.stream(Codec.values())
                .map(codec -> CodecCost.measure(codec, sample, ROUNDS))
                .max(Comparator.comparingDouble(CodecCost::savedBytesPerMicro)
                        .thenComparing(CodecCost::codec, Comparator.reverseOrder()))
                .orElseThrow()
                .codec();
    }

    /** The payload, or slices of it spread evenly. */
    private static byte[] sample(byte[] payload) {
        if (payload.length <= SAMPLE_BYTES) {
            return payload;
        }
        byte[] sample = new byte[SAMPLE_BYTES];
        int slice = SAMPLE_BYTES / SLICES;
        for (int s = 0; s < SLICES; s++) {
            long from = (long) (payload.length - slice) * s / (SLICES - 1);
            System.arraycopy(payload, (int) from, sample, s * slice, slice);
        }
        return sample;
    }
}
