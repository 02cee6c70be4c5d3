package dev.winnow.engine.artifact;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which codec packs: always the same, or the best for each family.
 *
 * @param fixed the codec; empty for auto
 */
public record CodecChoice(Optional<Codec> fixed) {
    /** Tries the codecs on a sample, and takes the one that saves most bytes for a microsecond. */
    public static final CodecChoice AUTO = new CodecChoice(Optional.empty());

    private static final String AUTO_NAME = "auto";

    public static CodecChoice of(Codec codec) {
        return new CodecChoice(Optional.of(codec));
    }

    /**
     * The choice of this name: none, lz4, zstd, zlib or auto.
     *
     * @throws UserError for another name
     */
    public static CodecChoice named(String name) {
        if (name.equals(AUTO_NAME)) {
            return AUTO;
        }
        return Arrays.stream(Codec.values())
                .filter(codec -> text(codec).equals(name))
                .findFirst()
                .map(CodecChoice::of)
                .orElseThrow(() -> new UserError("codec '" + name + "' is unknown" + Suggestion.of(name, names())));
    }

    private static List<String> names() {
        return Stream.concat(Arrays.stream(Codec.values()).map(CodecChoice::text), Stream.of(AUTO_NAME))
                .toList();
    }

    private static String text(Codec codec) {
        return codec.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return fixed.map(CodecChoice::text).orElse(AUTO_NAME);
    }
}
