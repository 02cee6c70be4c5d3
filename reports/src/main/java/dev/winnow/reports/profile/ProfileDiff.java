package dev.winnow.reports.profile;

import dev.winnow.reports.flame.FlameGraph;
import dev.winnow.reports.flame.Stacks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * What changed between profiles before and after, by each frame's share of its profile. With two profiles or more on
 * each side a change has a probability: Welch's t-test over the profiles of each side, corrected over all frames that
 * are tested by Benjamini and Hochberg (1995), so that of the changes below 5 % about 5 % are chance.
 */
public final class ProfileDiff {
    /** Below this a change is told from chance. */
    public static final double SIGNIFICANT = 0.05;

    /** Frames whose mean share of both sides together is smaller are left out. */
    private static final double LEAST = 2.5e-3;

    /** Weights are whole numbers: a profile's are scaled to this in all. */
    private static final double SCALE = 1e9;

    private final List<Stacks> before;
    private final List<Stacks> after;

    /**
     * Of profiles before and after.
     *
     * @param before profiles of one side, at least one; as {@code after}
     */
    public ProfileDiff(List<Stacks> before, List<Stacks> after) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
    }

    /** Whether each side has profiles enough to tell a change from chance. */
    public boolean isTested() {
        return before.size() >= 2 && after.size() >= 2;
    }

    /** Whether nothing was sampled on one of the sides. */
    public boolean isEmpty() {
        return before.stream().allMatch(stacks -> stacks.total() == 0)
                || after.stream().allMatch(stacks -> stacks.total() == 0);
    }

    /** The flame graph of the change, profiles of a side counting alike. */
    public FlameGraph flameGraph(String title) {
        return FlameGraph.difference(title, merged(before), merged(after));
    }

    private static Stacks merged(List<Stacks> side) {
        Map<String, Long> weights = new HashMap<>();
        for (Stacks stacks : side) {
            double scale = SCALE / Math.max(1, stacks.total());
            stacks.weights().forEach((stack, weight) -> weights.merge(stack, Math.round(weight * scale), Long::sum));
        }
        return new Stacks(weights);
    }

    /** Every frame's change, the largest change of what it does itself first. */
    public List<FrameChange> changes() {
        List<Map<String, FrameShare>> sharesBefore = shares(before);
        List<Map<String, FrameShare>> sharesAfter = shares(after);
        List<String> frames = new ArrayList<>(new TreeSet<>(frames(sharesBefore, sharesAfter)));
        double[][] self = means(frames, sharesBefore, sharesAfter, FrameShare::self);
        double[][] total = means(frames, sharesBefore, sharesAfter, FrameShare::total);
        List<FrameChange> changes = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if ((total[0][i] + total[1][i]) / 2 >= LEAST) {
                changes.add(new FrameChange(frames.get(i), change(self, i), change(total, i)));
            }
        }
        return corrected(changes).stream()
                .sorted(Comparator.comparingDouble(
                                (FrameChange change) -> -Math.abs(change.self().difference()))
                        .thenComparing(change -> -Math.abs(change.total().difference()))
                        .thenComparing(FrameChange::frame))
                .toList();
    }

    private static List<Map<String, FrameShare>> shares(List<Stacks> side) {
        return side.stream()
                .map(stacks -> {
                    Map<String, FrameShare> shares = new HashMap<>();
                    FrameShare.all(stacks).forEach(share -> shares.put(share.frame(), share));
                    return shares;
                })
                .toList();
    }

    private static List<String> frames(List<Map<String, FrameShare>> before, List<Map<String, FrameShare>> after) {
        List<String> frames = new ArrayList<>();
        before.forEach(shares -> frames.addAll(shares.keySet()));
        after.forEach(shares -> frames.addAll(shares.keySet()));
        return frames;
    }

    /** Means before, means after, and p of each frame. */
    private double[][] means(
            List<String> frames,
            List<Map<String, FrameShare>> sharesBefore,
            List<Map<String, FrameShare>> sharesAfter,
            ToDoubleFunction<FrameShare> share) {
        double[][] means = new double[3][frames.size()];
        for (int i = 0; i < frames.size(); i++) {
            double[] a = values(frames.get(i), sharesBefore, share);
            double[] b = values(frames.get(i), sharesAfter, share);
            means[0][i] = StatUtils.mean(a);
            means[1][i] = StatUtils.mean(b);
            means[2][i] = isTested() ? welch(a, b) : Double.NaN;
        }
        return means;
    }

    private static double[] values(
            String frame, List<Map<String, FrameShare>> side, ToDoubleFunction<FrameShare> share) {
        FrameShare none = new FrameShare(frame, 0, 0);
        return side.stream()
                .mapToDouble(shares -> share.applyAsDouble(shares.getOrDefault(frame, none)))
                .toArray();
    }

    /** Two-sided p; 1 where nothing differs, NaN where neither side varies and they differ all the same. */
    private static double welch(double[] a, double[] b) {
        if (StatUtils.variance(a) == 0 && StatUtils.variance(b) == 0) {
            return StatUtils.mean(a) == StatUtils.mean(b) ? 1 : Double.NaN;
        }
        return new TTest().tTest(a, b);
    }

    private static FrameChange.Change change(double[][] means, int i) {
        return new FrameChange.Change(means[0][i], means[1][i], means[2][i]);
    }

    private static List<FrameChange> corrected(List<FrameChange> changes) {
        double[] self = FalseDiscovery.corrected(
                changes.stream().mapToDouble(change -> change.self().p()).toArray());
        double[] total = FalseDiscovery.corrected(
                changes.stream().mapToDouble(change -> change.total().p()).toArray());
        List<FrameChange> corrected = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            FrameChange change = changes.get(i);
            corrected.add(
                    new FrameChange(change.frame(), with(change.self(), self[i]), with(change.total(), total[i])));
        }
        return corrected;
    }

    private static FrameChange.Change with(FrameChange.Change change, double p) {
        return new FrameChange.Change(change.before(), change.after(), p);
    }
}
