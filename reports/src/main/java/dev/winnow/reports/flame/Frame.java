package dev.winnow.reports.flame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A frame of a flame graph with what it calls. It has a weight on each of two sides, before and after; a graph of one
 * profile has both alike. Weights are shares of their side's total, so sides of different length compare.
 */
final class Frame {
    private final String name;
    private final Stage stage;
    private final Map<String, Frame> callees = new LinkedHashMap<>();
    private double before;
    private double after;
    private double selfBefore;
    private double selfAfter;
    private double width;

    private Frame(String name, Stage stage) {
        this.name = name;
        this.stage = stage;
    }

    /** The root over two sides; either may be empty. */
    static Frame of(Stacks before, Stacks after) {
        Frame root = new Frame("all", Stage.OTHER);
        double totalBefore = Math.max(1, before.total());
        double totalAfter = Math.max(1, after.total());
        before.weights().forEach((stack, weight) -> root.add(stack, weight / totalBefore, 0));
        after.weights().forEach((stack, weight) -> root.add(stack, 0, weight / totalAfter));
        root.settle();
        return root;
    }

    private void add(String stack, double shareBefore, double shareAfter) {
        List<String> path = new ArrayList<>();
        Frame frame = this;
        frame.count(shareBefore, shareAfter);
        for (String next : Stacks.frames(stack)) {
            path.add(next);
            frame = frame.callees.computeIfAbsent(next, key -> new Frame(key, Stage.of(path)));
            frame.count(shareBefore, shareAfter);
        }
        frame.selfBefore += shareBefore;
        frame.selfAfter += shareAfter;
    }

    private void count(double shareBefore, double shareAfter) {
        before += shareBefore;
        after += shareAfter;
    }

    String name() {
        return name;
    }

    Stage stage() {
        return stage;
    }

    double before() {
        return before;
    }

    double after() {
        return after;
    }

    /** Callees, widest first. */
    List<Frame> callees() {
        return callees.values().stream()
                .sorted((a, b) -> Double.compare(b.width(), a.width()))
                .toList();
    }

    /**
     * How wide the frame is drawn. What it does itself is as wide as on the larger side, and it holds its callees side
     * by side, so that those of one side alone have their place too.
     */
    double width() {
        return width;
    }

    private double settle() {
        width = Math.max(selfBefore, selfAfter);
        for (Frame callee : callees.values()) {
            width += callee.settle();
        }
        return width;
    }
}
