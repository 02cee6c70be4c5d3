package dev.winnow.engine.artifact;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A real Redis server on a port of its own, that keeps nothing on disk. */
final class RedisServer implements AutoCloseable {
    private static final String PROGRAM = "redis-server";

    private final int port;
    private Process process;

    private RedisServer(int port) throws IOException {
        this.port = port;
        this.process = launch(port);
    }

    /** Starts a server; skips the test, and says so, where none is installed. */
    static RedisServer start() throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM))),
                PROGRAM + " is not on the PATH: 'apt-get install redis-server'");
        return new RedisServer(freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Process launch(int port) throws IOException {
        Process process = new ProcessBuilder(
                        PROGRAM, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "", "--dir", "/")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.contains("Ready to accept connections")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException(
                    PROGRAM + " ended with code " + process.onExit().join().exitValue());
        }
        return process;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts again, empty, on the same port. */
    void restart() throws IOException {
        process = launch(port);
    }

    @Override
    public void close() {
        kill();
    }
}
