package dev.winnow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The usage texts as the build rendered them, so that asking for help does not have to start the parser. */
final class Usage {
    private static final List<String> ASKS = List.of("-h", "--help");

    private Usage() {}

    /** The text that these words ask for; empty when they ask for something else, or of a command that is unknown. */
    static Optional<String> of(String... args) {
        if (args.length == 0 || !ASKS.contains(args[args.length - 1])) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder("winnow");
        for (String word : List.of(args).subList(0, args.length - 1)) {
            if (!word.chars().allMatch(c -> c == '-' || Character.isLowerCase(c))) {
                return Optional.empty();
            }
            name.append('-').append(word);
        }
        return text(name.toString());
    }

    /** Where a command's text lies below the class folder: {@code usage/winnow-sweep.txt}. */
    static String resource(String qualifiedName) {
        return "usage/" + qualifiedName + ".txt";
    }

    private static Optional<String> text(String qualifiedName) {
        try (InputStream in = Usage.class.getResourceAsStream(resource(qualifiedName))) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
