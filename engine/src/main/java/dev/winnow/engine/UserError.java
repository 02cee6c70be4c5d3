package dev.winnow.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A mistake of the user's: told in one line each (what, value, where, what to do), exit code 2, never a stack trace.
 * Several problems of one input are gathered and told together.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings
    private final List<String> problems;

    public UserError(String problem) {
        this(List.of(problem));
    }

    public UserError(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a UserError needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /**
     * Makes every check, whatever the ones before it found.
     *
     * @throws UserError with the problems of all of them
     */
    public static void checkAll(Runnable... checks) {
        List<String> problems = new ArrayList<>();
        for (Runnable check : checks) {
            try {
                check.run();
            } catch (UserError mistake) {
                problems.addAll(mistake.problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new UserError(problems);
        }
    }

    /** The problems in the order in which they stand in the input, one line each. */
    public List<String> problems() {
        return problems;
    }
}
