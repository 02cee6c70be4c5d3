package dev.winnow.reports.profile;

import dev.winnow.reports.flame.Stacks;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a profile a frame is.
 *
 * @param self share of the profile where it is the last frame of the stack
 * @param total share where it is anywhere in it
 */
public record FrameShare(String frame, double self, double total) {
    /** Of every frame that is in the stacks, those that do most themselves first. */
    static List<FrameShare> all(Stacks stacks) {
        Map<String, long[]> weights = new HashMap<>();
        stacks.weights().forEach((stack, weight) -> {
            List<String> frames = Stacks.frames(stack);
            Set<String> distinct = new HashSet<>(frames);
            distinct.forEach(frame -> weights.computeIfAbsent(frame, key -> new long[2])[1] += weight);
            long[] leaf = weights.get(frames.getLast());
            if (leaf != null) {
                leaf[0] += weight;
            }
        });
        double whole = Math.max(1, stacks.total());
        return weights.entrySet().stream()
                .map(entry -> new FrameShare(entry.getKey(), entry.getValue()[0] / whole, entry.getValue()[1] / whole))
                .sorted(Comparator.comparingDouble(FrameShare::self).reversed().thenComparing(FrameShare::frame))
                .toList();
    }
}
