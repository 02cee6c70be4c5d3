package dev.winnow.cli;

import dev.winnow.cli.command.Winnow;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.version.Version;
import dev.winnow.engine.space.Space;
import dev.winnow.replay.BacktestWorkload;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes at build time what is made from the code and the repository: the usage texts, the commit and the digest of the
 * code that makes results beside the classes, the completion script (bash and zsh) and the man pages below the build's
 * folder.
 */
final class BuildFiles {
    private BuildFiles() {}

    /**
     * Writes everything.
     *
     * @param args the build's folder, the root of the sources
     */
    public static void main(String[] args) throws IOException, URISyntaxException {
        Path folder = Path.of(args[0]);
        Path classes = Files.createDirectories(folder.resolve("classes/dev/winnow/cli"));
        Path version = Files.createDirectories(classes.resolve("version"));
        Files.writeString(version.resolve(Version.COMMIT), Head.of(Path.of(args[1])));
        CommandLine line = Winnow.on(Console.plain(System.out, System.err));
        Path completion = Files.createDirectories(folder.resolve("completion")).resolve("winnow_completion");
        Files.writeString(completion, AutoComplete.bash("winnow", line));
        Files.writeString(version.resolve(Version.CODE), CodeDigest.of(Space.class, BacktestWorkload.class));
        Path man = Files.createDirectories(folder.resolve("man"));
        for (ManPage page : ManPage.all(line)) {
            Files.writeString(man.resolve(page.fileName()), page.roff());
            Path usage = classes.resolve(Usage.resource(page.command().qualifiedName("-")));
            Files.createDirectories(usage.getParent());
            Files.writeString(usage, page.command().commandLine().getUsageMessage());
        }
    }
}
