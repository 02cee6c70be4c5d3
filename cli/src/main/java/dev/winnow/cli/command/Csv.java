package dev.winnow.cli.command;

/** Fields of RFC 4180. */
final class Csv {
    private Csv() {}

    static String field(String text) {
        return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The shortest text that reads back as the same bits; whole numbers without a point; empty for NaN. */
    static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }
}
