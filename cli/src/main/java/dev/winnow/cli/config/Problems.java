package dev.winnow.cli.config;

import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with an input, so that all of it is told at once, in the order of the file. */
public final class Problems {
    private record Problem(Place place, String message) {}

    private final List<Problem> problems = new ArrayList<>();

    public void add(Place place, String message) {
        problems.add(new Problem(place, message));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
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
