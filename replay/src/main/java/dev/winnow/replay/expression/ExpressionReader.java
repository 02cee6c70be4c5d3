package dev.winnow.replay.expression;

import dev.winnow.replay.expression.ExpressionParser.RootContext;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Text to syntax tree, or to the first place where it stops being an expression. */
final class ExpressionReader {
    /** Longest text in chars. */
    static final int MAX_LENGTH = 4_000;
    /** Most parentheses open at once. */
    static final int MAX_NESTING = 200;
    /** Most operators in one text; the tree of a chain is as deep as the chain is long. */
    static final int MAX_OPERATORS = 400;

    private ExpressionReader() {}

    /** What stopped the reading. */
    static final class SyntaxProblem extends Exception {
        private static final long serialVersionUID = 1L;

        private final int offset;

        SyntaxProblem(int offset, String message) {
            super(message, null, false, false);
            this.offset = offset;
        }

        /** In chars from the start of the text. */
        int offset() {
            return offset;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    static RootContext read(String text) throws SyntaxProblem {
        if (text.length() > MAX_LENGTH) {
            throw new SyntaxProblem(
                    MAX_LENGTH, "longer than " + MAX_LENGTH + " characters; give parts of it names under 'let'");
        }
        if (text.isBlank()) {
            throw new SyntaxProblem(0, "an expression is expected, the text is empty");
        }
        ExpressionLexer lexer = new ExpressionLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        check(text, tokens.getTokens());
        ExpressionParser parser = new ExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Stop());
        try {
            return parser.root();
        } catch (Stopped stopped) {
            throw new SyntaxProblem(offset(text, stopped.at), message(stopped));
        }
    }

    /** A token's place in chars: the lexer counts code points. */
    static int offset(String text, Token token) {
        int start = token.getType() == Token.EOF ? text.codePointCount(0, text.length()) : token.getStartIndex();
        return text.offsetByCodePoints(0, start);
    }

    private static void check(String text, List<Token> tokens) throws SyntaxProblem {
        int nesting = 0;
        int operators = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case ExpressionLexer.OPEN -> nesting++;
                case ExpressionLexer.CLOSE -> nesting--;
                case ExpressionLexer.STRANGE -> throw new SyntaxProblem(offset(text, token), strange(token.getText()));
                case ExpressionLexer.NUMBER, ExpressionLexer.NAME, ExpressionLexer.TEXT, ExpressionLexer.COMMA -> {}
                default -> operators++;
            }
            if (nesting > MAX_NESTING) {
                throw new SyntaxProblem(
                        offset(text, token),
                        "more than " + MAX_NESTING + " parentheses open; give parts of it names under 'let'");
            }
            if (operators > MAX_OPERATORS) {
                throw new SyntaxProblem(
                        offset(text, token),
                        "more than " + MAX_OPERATORS + " operators; give parts of it names under 'let'");
            }
        }
    }

    private static String strange(String found) {
        return switch (found) {
            case "=" -> "'=' is not an operator; write '==' to compare";
            case "&" -> "'&' is not an operator; write 'and'";
            case "|" -> "'|' is not an operator; write 'or'";
            case "!" -> "'!' is not an operator; write 'not'";
            case "\"", "'" -> "the text that starts here is not closed";
            default -> "'" + printable(found) + "' means nothing in an expression";
        };
    }

    private static String printable(String found) {
        int first = found.codePointAt(0);
        return Character.isISOControl(first) || !Character.isDefined(first) ? String.format("U+%04X", first) : found;
    }

    private static String message(Stopped stopped) {
        String found = stopped.at.getType() == Token.EOF ? "the text ends" : "found '" + stopped.at.getText() + "'";
        if (stopped.expected.contains(ExpressionLexer.NUMBER)) {
            return "expected a number, a name, a call or '(', but " + found;
        }
        if (stopped.expected.contains(ExpressionLexer.COMMA)) {
            return "expected an operator, ',' or ')', but " + found;
        }
        if (stopped.expected.contains(ExpressionLexer.CLOSE)) {
            return "expected an operator or ')', but " + found;
        }
        return "expected an operator or the end, but " + found;
    }

    /** Thrown through the generated parser. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never written
        private final Token at;

        @SuppressWarnings("serial") // never written
        private final IntervalSet expected;

        Stopped(Token at, IntervalSet expected) {
            super(null, null, false, false);
            this.at = at;
            this.expected = expected;
        }
    }

    /** Stops at the first error instead of guessing on. */
    private static final class Stop extends DefaultErrorStrategy {
        @Override
        public void recover(Parser parser, @Nullable RecognitionException error) {
            throw stop(parser, error);
        }

        @Override
        public void reportError(Parser parser, @Nullable RecognitionException error) {
            throw stop(parser, error);
        }

        @Override
        public Token recoverInline(Parser parser) {
            throw stop(parser, null);
        }

        @Override
        public void sync(Parser parser) {}

        private static Stopped stop(Parser parser, @Nullable RecognitionException error) {
            Token at = error == null || error.getOffendingToken() == null
                    ? parser.getCurrentToken()
                    : error.getOffendingToken();
            return new Stopped(at, parser.getExpectedTokens());
        }
    }
}
