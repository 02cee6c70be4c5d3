package dev.winnow.reports.table;

/** The characters of a table that not every terminal has. */
public enum Glyphs {
    UNICODE("\u2500", "\u2013"),
    ASCII("-", "-");

    private final String rule;
    private final String undefined;

    Glyphs(String rule, String undefined) {
        this.rule = rule;
        this.undefined = undefined;
    }

    /** One character of the line under the headers. */
    String rule() {
        return rule;
    }

    /** What stands for NaN: an en dash where there is one. */
    public String undefined() {
        return undefined;
    }
}
