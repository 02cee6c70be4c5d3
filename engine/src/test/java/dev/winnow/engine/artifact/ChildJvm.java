package dev.winnow.engine.artifact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with this one's flags and class path. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    static ChildJvm start(Class<?> main, Object... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Dnet.openhft"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for this many lines of its output, or for its end. */
    void awaitLines(int lines) {
        try {
            for (int line = 0; line < lines && out.readLine() != null; line++) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code, once it has ended by itself. */
    int await() throws InterruptedException {
        awaitLines(Integer.MAX_VALUE);
        return process.waitFor();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
