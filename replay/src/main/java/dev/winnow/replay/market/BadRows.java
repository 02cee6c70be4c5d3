package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.List;

/** Rows that break a rule: the first twenty problems in words, the rest as a number. */
final class BadRows {
    private static final int TOLD = 20;
    private static final String ADVICE = "; correct the row, or drop such rows with --repair drop (data.repair: drop)";

    private final String source;
    private final String rowName;
    private final boolean drop;
    private final List<String> told = new ArrayList<>();
    private long problems;
    private long dropped;

    /** @param rowName what a row is called: line or row */
    BadRows(String source, String rowName, boolean drop) {
        this.source = source;
        this.rowName = rowName;
        this.drop = drop;
    }

    /** Notes a problem of the row; costs no text where rows are dropped anyway. */
    void add(long row, String column, String value, String what) {
        problems++;
        if (!drop && told.size() < TOLD) {
            told.add(source + ", " + rowName + " " + row + ", column " + column + ": " + Quoted.of(value) + " " + what
                    + ADVICE);
        }
    }

    void drop() {
        dropped++;
    }

    long problems() {
        return problems;
    }

    /** Rows dropped. */
    long dropped() {
        return dropped;
    }

    /** @throws UserError if there are problems and rows are not to be dropped */
    void refuse() {
        if (drop || problems == 0) {
            return;
        }
        List<String> all = new ArrayList<>(told);
        if (problems > told.size()) {
            all.add(source + ": and " + (problems - told.size()) + " more");
        }
        throw new UserError(all);
    }
}
