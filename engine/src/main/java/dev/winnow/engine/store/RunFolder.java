package dev.winnow.engine.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Metric;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as a folder {@code <name>-<key>}: {@code run.json} tells what was run, {@code results.bin} holds the metrics
 * of every point, {@code failures.jsonl} the causes of those that failed. All of it is written beside, in
 * {@code <name>-<key>.tmp-<pid>}, and takes its place by renames when it is published: until then an older run of the
 * same key stays as it is, then it is replaced. A run that is closed unpublished leaves nothing; one that is killed
 * leaves its temporary folder. Not thread-safe.
 */
public final class RunFolder implements Closeable {
    /** File name of the manifest. */
    public static final String MANIFEST = "run.json";

    /** File name of the results, read by {@link ResultsReader}. */
    public static final String RESULTS = "results.bin";

    /** File name of the causes of failed points; there is none when none failed. */
    public static final String FAILURES = "failures.jsonl";

    /** How often another process may publish the same run in between. */
    private static final int MAX_RACES = 10;

    private final Path target;
    private final Path temporary;
    private final ResultsWriter results;
    private final FailureLog failures;
    private boolean open = true;
    private boolean published;

    private RunFolder(Path target, Path temporary, List<Metric> metrics) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.results = new ResultsWriter(
                temporary.resolve(RESULTS), metrics.stream().map(Metric::name).toList());
        this.failures = new FailureLog(temporary.resolve(FAILURES));
    }

    /**
     * Begins the folder of a run.
     *
     * @param runs the folder of all runs, made when it is not there
     * @param name the run's name; characters other than letters, digits, dot, dash and underscore become dashes
     * @param metrics the metrics of an outcome's row
     */
    public static RunFolder create(Path runs, String name, RunKey key, List<Metric> metrics) throws IOException {
        Files.createDirectories(runs);
        Path target = path(runs, name, key);
        Path temporary = fresh(
                runs, target.getFileName() + ".tmp-" + ProcessHandle.current().pid());
        return new RunFolder(target, temporary, metrics);
    }

    /** Where the run of this name and key is, or would be. */
    public static Path path(Path runs, String name, RunKey key) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.]+", "-");
        return runs.resolve((safe.isEmpty() ? "run" : safe) + "-" + key);
    }

    /** The folder that the run has once it is published. */
    public Path path() {
        return target;
    }

    /** A sink for the points of one symbol; the symbols come one after the other, in the order of their ordinals. */
    public ResultSink sink(int group, String symbol, Space space) {
        return (batch, outcome) -> {
            results.accept(group, batch, outcome);
            failures.accept(symbol, space, batch, outcome);
        };
    }

    /** Writes the manifest, replacing an earlier one: maps, iterables, numbers, booleans, strings and null. */
    public void manifest(Map<String, ? extends @Nullable Object> manifest) throws IOException {
        Path draft = temporary.resolve(MANIFEST + ".tmp");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (OutputStream out = new FileOutputStream(draft.toFile())) {
            try (JsonGenerator json = Json.factory()
                    .createGenerator(out)
                    .setPrettyPrinter(new DefaultPrettyPrinter()
                            .withObjectIndenter(indenter)
                            .withArrayIndenter(indenter))) {
                Json.tree(json, manifest);
            }
            out.write('\n');
        }
        Files.move(draft, temporary.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends the results and puts the folder in its place, in place of an older run of the same key; returns it. */
    public Path publish() throws IOException {
        closeFiles();
        Path retired = fresh(
                parent(),
                target.getFileName() + ".old-" + ProcessHandle.current().pid());
        for (int attempt = 1; !moveOnto(retired, attempt < MAX_RACES); attempt++) {
            delete(retired);
        }
        published = true;
        delete(retired);
        return target;
    }

    /** Removes the folder unless it was published. */
    @Override
    public void close() throws IOException {
        try {
            closeFiles();
        } finally {
            if (!published) {
                delete(temporary);
            }
        }
    }

    private void closeFiles() throws IOException {
        if (open) {
            open = false;
            try (results;
                    failures) {
                // both are closed, whichever fails
            }
        }
    }

    /** Whether the folder took its place; not when another process was quicker and it may be tried again. */
    private boolean moveOnto(Path retired, boolean again) throws IOException {
        try {
            Files.move(target, retired, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // the first run of its key
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (again && Files.exists(target)) {
                return false;
            }
            throw e;
        }
    }

    private Path parent() {
        Path parent = target.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** A new, empty folder of this name, numbered when the name is taken. */
    private static Path fresh(Path parent, String name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Files.createDirectory(parent.resolve(attempt == 1 ? name : name + "-" + attempt));
            } catch (FileAlreadyExistsException e) {
                // left by a killed process of the same number, or in use by this one
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
