package dev.winnow.engine.artifact;

import java.util.Arrays;

/**
 * What packing and unpacking a payload cost and saved.
 *
 * @param codec the codec
 * @param rawBytes length of the payload
 * @param packedBytes length once packed; at most {@code rawBytes}, since what grows is kept as it is
 * @param packNanos the quickest packing
 * @param unpackNanos the quickest unpacking
 */
public record CodecCost(Codec codec, long rawBytes, long packedBytes, long packNanos, long unpackNanos) {
    private static final double NANOS_PER_MICRO = 1e3;

    /** The payload packed and unpacked once untimed, then {@code rounds} times. */
    static CodecCost measure(Codec codec, byte[] payload, int rounds) {
        CodecCost best = once(codec, payload);
        for (int round = 0; round < rounds; round++) {
            CodecCost next = once(codec, payload);
            best = round == 0 ? next : best.quicker(next);
        }
        return best;
    }

    /** The payload packed and unpacked once. */
    static CodecCost once(Codec codec, byte[] payload) {
        long start = System.nanoTime();
        byte[] packed = codec.pack(payload);
        long middle = System.nanoTime();
        byte[] unpacked = codec.unpack(packed, 0, payload.length);
        long end = System.nanoTime();
        if (!Arrays.equals(unpacked, payload)) {
            throw new IllegalStateException(codec + " does not give back what it packed");
        }
        return new CodecCost(
                codec, payload.length, Math.min(packed.length, payload.length), middle - start, end - middle);
    }

    /** The same bytes in the quicker of two times each. */
    CodecCost quicker(CodecCost other) {
        return new CodecCost(
                codec,
                rawBytes,
                packedBytes,
                Math.min(packNanos, other.packNanos),
                Math.min(unpackNanos, other.unpackNanos));
    }

    /** Raw bytes for a packed one. */
    public double ratio() {
        return (double) rawBytes / packedBytes;
    }

    /** Bytes saved for a microsecond of packing once and unpacking once: what auto makes as large as it can. */
    public double savedBytesPerMicro() {
        return rawBytes == packedBytes ? 0 : (rawBytes - packedBytes) * NANOS_PER_MICRO / (packNanos + unpackNanos);
    }
}
