package dev.winnow.replay.recording;

import dev.winnow.replay.signal.Sides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to say of a recording.
 *
 * @param settings of every signal, in order
 * @param overlaps of every two strategies over the same symbol, and of each with itself
 */
public record RecordingFacts(List<OfSetting> settings, List<Overlap> overlaps) {
    /** Settings of a strategy that are held against those of another. */
    private static final int SAMPLE = 100;

    /**
     * One signal.
     *
     * @param events how many it has
     * @param first bar of the first of them, -1 without any
     * @param last bar of the last of them, likewise
     * @param longShare share of the bars on which it is long
     * @param shortShare share of the bars on which it is short
     * @param bytes that it takes in the file
     * @param rawBytes that its conditions, its position or its score would take as columns of doubles
     * @param duplicateOf an earlier signal of the symbol with the same side on every bar, or -1
     */
    public record OfSetting(
            RecordedSetting setting,
            long events,
            int first,
            int last,
            double longShare,
            double shortShare,
            long bytes,
            long rawBytes,
            int duplicateOf) {}

    /**
     * How much two strategies say the same.
     *
     * @param jaccard mean of {@link SignalFacts#jaccard} over pairs of their settings, at most 100 of each, evenly
     *     spread; NaN where there is no pair that ever is on a side
     */
    public record Overlap(int symbol, int first, int second, double jaccard) {}

    /** Reads every signal once. */
    public static RecordingFacts of(Recording recording) {
        RecordingHead head = recording.head();
        int strategies = head.strategies().size();
        int[] counts = new int[strategies * head.symbols().size()];
        for (int i = 0; i < recording.size(); i++) {
            counts[group(recording.setting(i), strategies)]++;
        }
        int[] seen = new int[counts.length];
        List<List<Sides>> samples = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            samples.add(new ArrayList<>());
        }
        List<OfSetting> settings = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < recording.size(); i++) {
            RecordedSetting setting = recording.setting(i);
            SignalFacts facts = SignalFacts.of(recording.signal(i));
            Integer same = first.putIfAbsent(setting.symbol() + " " + facts.sidesDigest(), i);
            settings.add(new OfSetting(
                    setting,
                    facts.events(),
                    facts.first(),
                    facts.last(),
                    facts.longShare(),
                    facts.shortShare(),
                    recording.bytes(i),
                    (long) Double.BYTES
                            * facts.sides().bars()
                            * head.strategies().get(setting.strategy()).columns(),
                    same == null ? -1 : same));
            int group = group(setting, strategies);
            if (isSample(seen[group]++, counts[group])) {
                samples.get(group).add(facts.sides());
            }
        }
        return new RecordingFacts(List.copyOf(settings), overlaps(samples, strategies));
    }

    private static int group(RecordedSetting setting, int strategies) {
        return setting.symbol() * strategies + setting.strategy();
    }

    /** Whether the one at this position is among those evenly spread. */
    private static boolean isSample(int position, int count) {
        return count <= SAMPLE || (long) position * SAMPLE / count != ((long) position - 1) * SAMPLE / count;
    }

    private static List<Overlap> overlaps(List<List<Sides>> samples, int strategies) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int group = 0; group < samples.size(); group++) {
            for (int other = group; other / strategies == group / strategies && other < samples.size(); other++) {
                overlaps.add(new Overlap(
                        group / strategies,
                        group % strategies,
                        other % strategies,
                        mean(samples.get(group), samples.get(other), group == other)));
            }
        }
        return List.copyOf(overlaps);
    }

    /** @param same whether the lists are one: each pair counts once then, and none of a setting with itself */
    private static double mean(List<Sides> first, List<Sides> second, boolean same) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < first.size(); i++) {
            for (int j = same ? i + 1 : 0; j < second.size(); j++) {
                double jaccard = SignalFacts.jaccard(first.get(i), second.get(j));
                if (!Double.isNaN(jaccard)) {
                    sum += jaccard;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }
}
