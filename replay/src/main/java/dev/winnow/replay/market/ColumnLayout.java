package dev.winnow.replay.market;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which column of a file is what. Names are read in any case, spaces and punctuation aside: {@code Open Time},
 * {@code open_time} and {@code <OPENTIME>} are one name.
 *
 * <ul>
 * <li>time: datetime, timestamp, open time, date or time, the first of these that is there; else a first column
 *     without a name. With both date and time (and none of the others), time is the time of day. Without any the bar
 *     number is the time;
 * <li>prices: open, high, low and close, or close (or price) alone, which then is all four;
 * <li>volume: volume; zeros where it is missing. All other columns, adjusted closes among them, are left alone.
 * </ul>
 */
final class ColumnLayout {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int TIME = 5;
    static final int CLOCK = 6;
    private static final int ROLES = 7;

    private static final List<String> PRICES = List.of("open", "high", "low");
    private static final List<String> TIMES = List.of("datetime", "timestamp", "opentime", "date", "time");
    private static final List<String> KNOWN = List.of(
            "close", "price", "open", "high", "low", "volume", "datetime", "timestamp", "open time", "date", "time");

    private final String source;
    private final String[] names;
    private final int[] places;
    private final int[] roles;

    private ColumnLayout(String source, String[] names, int[] places) {
        this.source = source;
        this.names = names;
        this.places = places;
        this.roles = new int[names.length];
        Arrays.fill(roles, -1);
        for (int role = 0; role < ROLES; role++) {
            if (places[role] >= 0) {
                roles[places[role]] = role;
            }
        }
    }

    /**
     * The layout that a header gives.
     *
     * @param where for errors: file and line
     * @throws UserError if there is no close or price, if only some of open, high and low are there, or if a column
     *     that is needed is there twice
     */
    static ColumnLayout of(String source, String where, List<String> header) {
        String[] folded = new String[header.size()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(header.get(i));
        }
        int[] places = new int[ROLES];
        Arrays.fill(places, -1);
        places[CLOSE] = place(where, folded, "close");
        if (places[CLOSE] < 0) {
            places[CLOSE] = place(where, folded, "price");
        }
        if (places[CLOSE] < 0) {
            throw new UserError(where + ": no column is named close or price; the columns are " + quoted(header)
                    + near(header) + "; name one of them close");
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < PRICES.size(); i++) {
            places[i] = place(where, folded, PRICES.get(i));
            if (places[i] < 0) {
                missing.add(PRICES.get(i));
            }
        }
        if (!missing.isEmpty() && missing.size() < PRICES.size()) {
            throw new UserError(where + ": no column is named " + String.join(" or ", missing) + "; the columns are "
                    + quoted(header) + near(header) + "; give open, high, low and close, or close alone");
        }
        places[VOLUME] = place(where, folded, "volume");
        placeTime(where, folded, places);
        return new ColumnLayout(source, header.toArray(new String[0]), places);
    }

    private static void placeTime(String where, String[] folded, int[] places) {
        for (int i = 0; i < TIMES.size() && places[TIME] < 0; i++) {
            places[TIME] = place(where, folded, TIMES.get(i));
        }
        if (places[TIME] >= 0 && folded[places[TIME]].equals("date")) {
            places[CLOCK] = place(where, folded, "time");
        }
        if (places[TIME] < 0 && folded.length > 1 && (folded[0].isEmpty() || folded[0].equals("unnamed0"))) {
            places[TIME] = 0;
        }
    }

    /** How many names of a header are known: the more, the better the delimiter was guessed. */
    static int known(List<String> header) {
        int count = 0;
        for (String name : header) {
            String folded = fold(name);
            count += folded.equals("close")
                            || folded.equals("price")
                            || folded.equals("volume")
                            || PRICES.contains(folded)
                            || TIMES.contains(folded)
                    ? 1
                    : 0;
        }
        return count;
    }

    private static int place(String where, String[] folded, String name) {
        int found = -1;
        for (int i = 0; i < folded.length; i++) {
            if (folded[i].equals(name)) {
                if (found >= 0) {
                    throw new UserError(where + ": columns " + (found + 1) + " and " + (i + 1) + " are both named "
                            + name + "; rename one of them");
                }
                found = i;
            }
        }
        return found;
    }

    private static String fold(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static String quoted(List<String> header) {
        List<String> shown = new ArrayList<>();
        for (String name : header.subList(0, Math.min(12, header.size()))) {
            shown.add(Quoted.of(name));
        }
        return String.join(", ", shown) + (header.size() > 12 ? ", ..." : "");
    }

    /** A did-you-mean for the first unknown name that is near a known one. */
    private static String near(List<String> header) {
        for (String name : header) {
            String folded = fold(name);
            if (folded.length() >= 3 && folded.length() <= 24 && known(List.of(name)) == 0) {
                String tail = Suggestion.of(folded, KNOWN);
                if (tail.startsWith("; did")) {
                    return " (" + Quoted.of(name) + ": " + tail.substring(2) + ")";
                }
            }
        }
        return "";
    }

    String source() {
        return source;
    }

    int width() {
        return names.length;
    }

    /** The role of a column; -1 for one that is left alone or past the header. */
    int role(int column) {
        return column < roles.length ? roles[column] : -1;
    }

    /** Index of the column with this role; -1 if none. */
    int place(int role) {
        return places[role];
    }

    /** The column's name as it stands in the file, or its number where it has none. */
    String name(int role) {
        int place = places[role];
        return place < 0 || names[place].isBlank() ? Integer.toString(place + 1) : Quoted.plain(names[place].strip());
    }

    boolean timed() {
        return places[TIME] >= 0;
    }

    /** Whether there are open, high and low beside the close. */
    boolean priced() {
        return places[OPEN] >= 0;
    }
}
