package dev.winnow.replay.expression;

import java.util.List;

/**
 * One computed column or plane of a plan, as {@code winnow explain} shows it.
 *
 * @param text the sub-expression
 * @param type COLUMN or PLANE
 * @param parameters the varying parameters that it depends on
 * @param storage how long a value is kept
 * @param evaluations how often it is computed over the full grid, at most
 * @param bytes size of one value
 */
public record PlanNode(
        String text, ValueType type, List<String> parameters, Storage storage, long evaluations, long bytes) {
    /** How long a node's value is kept. */
    public enum Storage {
        /** Handed on from elsewhere, takes no room. */
        VIEW("as is"),
        /** Depends on no varying parameter: computed once, kept for good. */
        ONCE("once"),
        /** Depends on some of the varying parameters: kept in the shared cache for each of their values. */
        SHARED("shared"),
        /**
         * A column that is compared with many others and nothing else: for each of the values of its parameters its codes
         * are kept, and its numbers are worked out again where codes do not decide.
         */
        CODES("as codes"),
        /** Feeds only values that are kept themselves: in a thread's scratch, not kept. */
        INNER("on the way"),
        /**
         * A plane that depends on the slowest varying parameters: in a thread's scratch while they stay, and never asked for
         * again after.
         */
        TURN("in turn"),
        /** Depends on all varying parameters: in a thread's scratch, computed for each point. */
        POINT("each point");

        private final String text;

        Storage(String text) {
            this.text = text;
        }

        /** Whether values are kept for all threads and points. */
        public boolean keeps() {
            return switch (this) {
                case ONCE, SHARED, CODES -> true;
                case VIEW, INNER, TURN, POINT -> false;
            };
        }

        /** For tables. */
        public String text() {
            return text;
        }
    }

    public PlanNode {
        parameters = List.copyOf(parameters);
    }
}
