package dev.winnow.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The run that the AOT cache is made from: the commands that a user waits for, over the shipped examples, with nothing
 * printed. A failing command only leaves its classes out of the cache.
 */
final class Training {
    private Training() {}

    /**
     * Runs the commands.
     *
     * @param args the folder of the examples, a folder to leave a run in
     */
    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> command : commands(args[0] + "/sma-cross.yaml", args[1])) {
            Main.run(command.toArray(String[]::new), nowhere, nowhere);
        }
    }

    private static List<List<String>> commands(String spec, String runs) {
        return List.of(
                List.of("--help"),
                List.of("--version"),
                List.of("swep"),
                List.of("sweep", spec, "--out", runs, "--force-new"),
                List.of("sweep", spec, "--out", runs, "--output", "json"),
                List.of("run", spec, "--set", "fast=10", "--set", "slow=50", "--trades"),
                List.of("explain", spec));
    }
}
