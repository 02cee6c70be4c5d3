package dev.winnow.replay.market;

/** Text from a file as it may stand in a message: in quotes, on one line, cut where it is long. */
final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    static String of(CharSequence text) {
        return "'" + plain(text) + "'";
    }

    /** Likewise without the quotes. */
    static String plain(CharSequence text) {
        StringBuilder out = new StringBuilder();
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean breaks = Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c);
            out.append(breaks ? '?' : c);
        }
        return text.length() > LONGEST ? out.append("...").toString() : out.toString();
    }
}
