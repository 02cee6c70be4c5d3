package dev.winnow.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few hundred kilobytes; tests that want one are skipped where it may not be mounted. */
record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
                "no small file system can be mounted here: that takes root on Linux");
        return new SmallDisk(folder);
    }

    /** Changes a mount option: {@code size=1m}, {@code ro}. */
    void remount(String option) throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount," + option, folder.toString())) {
            throw new IllegalStateException("cannot remount " + folder + " with " + option);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!run("umount", folder.toString())) {
                throw new IllegalStateException("cannot unmount " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
