package dev.winnow.reports.flame;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stacks and how often, or how much, each was seen: the collapsed form {@code root;caller;callee 42}, a stack a line.
 *
 * @param weights weight by stack, frames from the root parted by semicolons; sorted
 */
public record Stacks(Map<String, Long> weights) {
    public Stacks {
        weights = new TreeMap<>(weights);
    }

    /** A stack's text; semicolons in a frame become commas. */
    public static String text(List<String> frames) {
        return String.join(
                ";", frames.stream().map(frame -> frame.replace(';', ',')).toList());
    }

    /** The frames of a stack's text, from the root on. */
    public static List<String> frames(String text) {
        return Arrays.asList(text.split(";", -1));
    }

    /**
     * Reads a file of collapsed stacks.
     *
     * @throws UserError when it cannot be read, or a line is not a stack and a whole number of at least 0
     */
    public static Stacks read(Path file) {
        Map<String, Long> weights = new TreeMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read as collapsed stacks (" + e.getMessage()
                    + "); name a file or folder that 'winnow profile' wrote");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int space = line.lastIndexOf(' ');
            if (space <= 0 || !line.substring(space + 1).matches("\\d{1,18}")) {
                throw new UserError(file + ":" + (i + 1) + ": '" + line
                        + "' is no collapsed stack; lines read: root;caller;callee 42");
            }
            weights.merge(line.substring(0, space), Long.parseLong(line.substring(space + 1)), Long::sum);
        }
        return new Stacks(weights);
    }

    /** Writes a stack a line. */
    public void write(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        weights.forEach((stack, weight) ->
                lines.append(stack).append(' ').append(weight).append('\n'));
        Files.writeString(file, lines);
    }

    /** Share of each stage that was seen, in the order of the stages. */
    public Map<Stage, Double> stages() {
        Map<Stage, Double> shares = new EnumMap<>(Stage.class);
        double whole = Math.max(1, total());
        weights.forEach((stack, weight) ->
                shares.merge(Stage.of(Arrays.asList(stack.split(";"))), weight / whole, Double::sum));
        return shares;
    }

    /** All weights together. */
    public long total() {
        return weights.values().stream().mapToLong(Long::longValue).sum();
    }
}
