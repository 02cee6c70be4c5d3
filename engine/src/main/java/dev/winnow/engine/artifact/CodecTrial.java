package dev.winnow.engine.artifact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every codec on one payload, and which of them auto took for it.
 *
 * @param kind what the payload holds
 * @param costs one of each codec
 * @param chosen the codec that auto took
 */
public record CodecTrial(String kind, List<CodecCost> costs, Codec chosen) {
    public CodecTrial {
        costs = List.copyOf(costs);
    }

    /** Packs and unpacks the whole payload with every codec in turn, once untimed and then so many rounds. */
    public static CodecTrial run(String kind, byte[] payload, int rounds) {
        Codec chosen = new AutoCodec().pick(kind, ArtifactType.BYTES, payload);
        List<CodecCost> costs = new ArrayList<>();
        for (Codec codec : Codec.values()) {
            costs.add(CodecCost.measure(codec, payload, 1));
        }
        for (int round = 1; round < rounds; round++) {
            costs.replaceAll(cost -> cost.quicker(CodecCost.once(cost.codec(), payload)));
        }
        return new CodecTrial(kind, costs, chosen);
    }

    /** The codec that saves most bytes for a microsecond. */
    public CodecCost best() {
        return costs.stream()
                .max(Comparator.comparingDouble(CodecCost::savedBytesPerMicro))
                .orElseThrow();
    }

    /** How far the codec that auto took is below the best one, as a share of the best one's saved bytes per microsecond. */
    public double shortfall() {
        double best = best().savedBytesPerMicro();
        double taken = costs.stream()
                .filter(cost -> cost.codec() == chosen)
                .findFirst()
                .orElseThrow()
                .savedBytesPerMicro();
        return best == 0 ? 0 : 1 - taken / best;
    }
}
