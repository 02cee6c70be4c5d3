package dev.winnow.cli.config;

import dev.winnow.engine.UserError;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sizes as typed. */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("\\d{1,15}(?:\\.\\d{1,3})?[KMGT]?");

    private ByteSize() {}

    /**
     * The bytes that a text means: 20G, 1.5M, 4096.
     *
     * @param where the option, for the error
     * @throws UserError when it is no size
     */
    public static long parse(String where, String text) {
        if (!SIZE.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            throw new UserError(where + " '" + text + "' is no size; give bytes, or a number with K, M, G or T: 20G");
        }
        return Bytes.parse(text);
    }
}
