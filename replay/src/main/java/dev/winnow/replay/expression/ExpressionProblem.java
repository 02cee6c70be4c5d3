package dev.winnow.replay.expression;

/**
 * What is wrong with one expression.
 *
 * @param key where the text stands: {@code "enter-long"}, {@code "let.quick"}, {@code "where"}
 * @param offset position in the text in chars, from 0; at most its length
 * @param message what is wrong and what to do, one line
 */
public record ExpressionProblem(String key, int offset, String message) {
    /** One line that names the place. */
    public String line() {
        return key + ", column " + (offset + 1) + ": " + message;
    }
}
