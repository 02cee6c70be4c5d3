package dev.winnow.reports.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** What the sampler could not see, or saw from outside only. Weights in the unit of the event. */
final class Blindness {
    /** Frames that stand for a stack that could not be walked. */
    private static final Pattern BROKEN =
            Pattern.compile("\\[?(unknown|not_walkable|no_Java|break_|unexpected|skipped|error).*");

    private final Map<String, Long> leaves = new LinkedHashMap<>();
    private long total;
    private long failed;
    private long cut;
    private long biased;
    private long lost;

    /** Whether a sample has no stack. */
    static boolean isBlind(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace == null || trace.getFrames().isEmpty() || flagged(event, "failed");
    }

    /** A sample with its weight; the weight of those without a stack counts as failed. */
    void accept(RecordedEvent event, long weight) {
        total += weight;
        RecordedStackTrace trace = event.getStackTrace();
        if (trace == null || isBlind(event)) {
            failed += weight;
            return;
        }
        biased += flagged(event, "biased") ? weight : 0;
        cut += trace.isTruncated() ? weight : 0;
        boolean broken = trace.getFrames().stream()
                .anyMatch(frame -> BROKEN.matcher(frame.getMethod().getName()).matches());
        failed += broken ? weight : 0;
        RecordedFrame leaf = trace.getFrames().getFirst();
        leaves.merge(leaf.getType(), weight, Long::sum);
    }

    void lost(RecordedEvent event) {
        lost += event.getLong("lostSamples");
    }

    private static boolean flagged(RecordedEvent event, String field) {
        return event.hasField(field) && event.getBoolean(field);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("lost", lost);
        facts.put("failedShare", share(failed));
        facts.put("cutShare", share(cut));
        facts.put("biasedShare", share(biased));
        Map<String, Object> kinds = new LinkedHashMap<>();
        leaves.forEach((kind, weight) -> kinds.put(kind, share(weight)));
        facts.put("codeShares", kinds);
        return facts;
    }

    private double share(long weight) {
        return (double) weight / total;
    }
}
