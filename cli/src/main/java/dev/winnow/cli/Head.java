package dev.winnow.cli;

import dev.winnow.cli.version.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The commit that is checked out, asked of git itself: the build plugins that read it name the last commit below a
 * folder, or of the main checkout where the sources stand in a worktree, or pass over merges.
 */
final class Head {
    private static final int DIGITS = 10;

    private Head() {}

    /** The first digits of HEAD's hash where the folder is the top of a checkout, else "unknown". */
    static String of(Path folder) {
        try {
            // the way up to the checkout's top, empty at the top, then the hash
            Process git = new ProcessBuilder("git", "rev-parse", "--show-cdup", "HEAD")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return hash(said.lines().toList());
        } catch (IOException e) {
            return Version.UNKNOWN; // no git here
        }
    }

    private static String hash(List<String> said) {
        boolean top =
                said.size() == 2 && said.getFirst().isEmpty() && said.getLast().matches("[0-9a-f]{" + DIGITS + ",}");
        return top ? said.getLast().substring(0, DIGITS) : Version.UNKNOWN;
    }
}
