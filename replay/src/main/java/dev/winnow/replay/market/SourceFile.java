package dev.winnow.replay.market;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of bars.
 *
 * @param path where it is
 * @param name as the user would write it, for messages
 * @param symbol its file name without {@code .gz} and then {@code .csv .tsv .txt .parquet}
 */
record SourceFile(Path path, String name, String symbol) {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".parquet");

    /**
     * The files that the paths name, in the order of the paths, those of a glob by name.
     *
     * @throws UserError for every path that names nothing, and for two files of one symbol
     */
    static List<SourceFile> find(List<String> paths, Path base) {
        List<String> problems = new ArrayList<>();
        List<SourceFile> found = new ArrayList<>();
        for (String path : paths) {
            Path file = base.resolve(path);
            if (Files.isRegularFile(file)) {
                found.add(new SourceFile(file, path, symbol(file)));
            } else if (Files.isDirectory(file)) {
                problems.add("data.path: '" + path + "' is a folder; name its files, for example " + path + "/*.csv");
            } else if (isGlob(path)) {
                found.addAll(glob(path, base, problems));
            } else {
                problems.add("data.path: no file '" + path + "' (paths are relative to " + base.normalize() + ")"
                        + near(file));
            }
        }
        checkSymbols(found, problems);
        if (!problems.isEmpty()) {
            throw new UserError(problems);
        }
        return found;
    }

    private static void checkSymbols(List<SourceFile> files, List<String> problems) {
        Map<String, SourceFile> bySymbol = new HashMap<>();
        for (SourceFile file : files) {
            @Nullable SourceFile other = bySymbol.putIfAbsent(file.symbol, file);
            if (other != null) {
                problems.add("data.path: '" + other.name + "' and '" + file.name + "' are both the symbol '"
                        + file.symbol + "'; leave one out or rename it");
            }
        }
    }

    static String symbol(Path file) {
        String name = String.valueOf(file.getFileName());
        name = without(name, ".gz");
        for (String ending : ENDINGS) {
            String shorter = without(name, ending);
            if (shorter.length() < name.length()) {
                return shorter;
            }
        }
        return name;
    }

    private static String without(String name, String ending) {
        return name.length() > ending.length() && name.toLowerCase(Locale.ROOT).endsWith(ending)
                ? name.substring(0, name.length() - ending.length())
                : name;
    }

    boolean parquet() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    private static boolean isGlob(String path) {
        return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    private static List<SourceFile> glob(String pattern, Path base, List<String> problems) {
        // the folders before the first wildcard are walked to, not matched
        int wildcard = 0;
        while (!isGlob(pattern.substring(0, wildcard + 1))) {
            wildcard++;
        }
        int slash = pattern.lastIndexOf('/', wildcard);
        String folder = pattern.substring(0, slash + 1);
        String rest = pattern.substring(slash + 1);
        try {
            List<SourceFile> matches = matches(base.resolve(folder), folder, rest);
            if (matches.isEmpty()) {
                problems.add("data.path: no file matches '" + pattern + "' under " + base.normalize());
            }
            return matches;
        } catch (PatternSyntaxException e) {
            problems.add("data.path: '" + pattern + "' is not a pattern: " + e.getDescription());
        } catch (IOException | UncheckedIOException e) {
            problems.add("data.path: cannot list the files of '" + pattern + "': " + e.getMessage());
        }
        return List.of();
    }

    private static List<SourceFile> matches(Path root, String folder, String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        boolean deep = pattern.contains("**");
        int depth = deep
                ? Integer.MAX_VALUE
                : (int) pattern.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(file -> matcher.matches(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new SourceFile(file, folder + root.relativize(file), symbol(file)))
                    .toList();
        }
    }

    private static String near(Path file) {
        @Nullable Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.map(path -> String.valueOf(path.getFileName()))
                    .limit(1000)
                    .toList();
            String tail = Suggestion.of(String.valueOf(file.getFileName()), names);
            return tail.startsWith("; did") ? tail : "";
        } catch (IOException | UncheckedIOException e) {
            return ""; // the suggestion is a courtesy, the missing file is the error
        }
    }
}
