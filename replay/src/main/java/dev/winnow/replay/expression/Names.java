package dev.winnow.replay.expression;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the names in an expression stand for. */
interface Names {
    /** Something looked up: a node, nothing of that name, or a problem that is already told. */
    sealed interface Meaning {
        record Known(Node node) implements Meaning {}

        /** Known, but broken; reported where it was broken. */
        record Broken() implements Meaning {}

        /** Known, but not to be used here. */
        record Refused(String message) implements Meaning {}
    }

    /** The meaning of a bare name, or null when there is none. */
    @Nullable
    Meaning find(String name);

    /** Every bare name, for suggestions. */
    Collection<String> all();

    /** Whether there are bars, and so columns, indicators and everything else that looks back. */
    boolean bars();
}
