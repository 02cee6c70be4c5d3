package dev.winnow.cli;

import dev.winnow.engine.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What tells the code that makes results from another version of it. */
final class CodeDigest {
    private CodeDigest() {}

    /** SHA-256 over all classes of the modules that these classes are from, folders or jars: 64 hex digits. */
    static String of(Class<?>... anchors) throws IOException, URISyntaxException {
        Digest digest = new Digest();
        for (Class<?> anchor : anchors) {
            Path module = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(module)) {
                add(module, digest);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(module)) {
                    add(jar.getPath("/"), digest);
                }
            }
        }
        return digest.hex();
    }

    private static void add(Path root, Digest digest) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(root)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted((a, b) -> name(root, a).compareTo(name(root, b)))
                    .toList();
        }
        for (Path file : classes) {
            digest.text(name(root, file)).bytes(Files.readAllBytes(file));
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
