package dev.winnow.replay.expression;

import dev.winnow.engine.UserError;
import java.util.List;

/** All problems of the expressions that were compiled together, with their places. */
public final class InvalidExpressions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of records, never written
    private final List<ExpressionProblem> problems;

    /** @param problems at least one */
    public InvalidExpressions(List<ExpressionProblem> problems) {
        super(String.join(System.lineSeparator(), lines(problems)), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order in which the expressions were given. */
    public List<ExpressionProblem> problems() {
        return problems;
    }

    /** For callers that do not know the lines of the file. */
    public UserError userError() {
        return new UserError(lines(problems));
    }

    private static List<String> lines(List<ExpressionProblem> problems) {
        return problems.stream().map(ExpressionProblem::line).toList();
    }
}
