package dev.winnow.cli;

import dev.winnow.cli.command.Console;
import dev.winnow.cli.command.Winnow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the usage texts, the completion script (bash and zsh) and the man pages at build time, below the folder given. */
final class ShellFiles {
    private ShellFiles() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        CommandLine line = Winnow.on(Console.plain(System.out, System.err));
        Path completion = Files.createDirectories(folder.resolve("completion")).resolve("winnow_completion");
        Files.writeString(completion, AutoComplete.bash("winnow", line));
        Path classes = folder.resolve("classes/dev/winnow/cli");
        Path man = Files.createDirectories(folder.resolve("man"));
        for (ManPage page : ManPage.all(line)) {
            Files.writeString(man.resolve(page.fileName()), page.roff());
            Path usage = classes.resolve(Usage.resource(page.command().qualifiedName("-")));
            Files.createDirectories(usage.getParent());
            Files.writeString(usage, page.command().commandLine().getUsageMessage());
        }
    }
}
