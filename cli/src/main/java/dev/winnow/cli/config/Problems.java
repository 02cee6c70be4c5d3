package dev.winnow.cli.config;

import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what is wrong with an input, so that all of it is told at once, in the order of the file. */
public final class Problems {
    private record Problem(Place place, String message) {}

    /** What would break a line or change the terminal: control characters and the line ends of Unicode. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0080-\u009f\u2028\u2029]");

    private final List<Problem> problems = new ArrayList<>();

    /** Notes a problem in one line, whatever text of the input it quotes. */
    public void add(Place place, String message) {
        problems.add(new Problem(place, CONTROL.matcher(message).replaceAll(Problems::escape)));
    }

    private static String escape(MatchResult control) {
        int c = control.group().charAt(0);
        return Matcher.quoteReplacement(c == '\n' ? "\\n" : "\\u%04x".formatted(c));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Whether there is a problem with a key, its value, or anything in that. */
    boolean touch(Yaml.Entry entry) {
        return problems.stream().anyMatch(problem -> holds(entry, problem.place()));
    }

    private static boolean holds(Yaml.Entry entry, Place place) {
        return entry.key().equals(place) || holds(entry.value(), place);
    }

    private static boolean holds(Yaml value, Place place) {
        return value.place().equals(place)
                || switch (value) {
                    case Yaml.Scalar scalar -> false;
                    case Yaml.Sequence sequence -> sequence.items().stream().anyMatch(item -> holds(item, place));
                    case Yaml.Mapping mapping ->
                        mapping.entries().values().stream().anyMatch(entry -> holds(entry, place));
                };
    }

    /**
     * Ends the reading if there is a problem.
     *
     * @throws UserError with every problem
     */
    public void check() {
        if (!problems.isEmpty()) {
            throw new UserError(problems.stream()
                    .sorted(Comparator.comparingInt(
                                    (Problem problem) -> problem.place().line())
                            .thenComparingInt(problem -> problem.place().column()))
                    .map(problem -> problem.place().text() + ": " + problem.message())
                    .distinct()
                    .toList());
        }
    }
}
