package dev.winnow.engine.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.winnow.engine.execute.ResultSink;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's folder while one process writes it: {@code run.json} tells what is run and how far it is,
 * {@code results.bin} (until all is there {@code results.part} and {@code results.tail}) holds parameters and metrics
 * of every point, {@code failures.jsonl} the causes of those that failed, {@code log} what happened when. Points that
 * a sink took survive the death of the process; a run begun before goes on after the last of them. Not thread-safe.
 */
public final class RunFolder implements Closeable {
    /** File name of the causes of failed points; there is none when none failed. */
    public static final String FAILURES = "failures.jsonl";

    private static final String LOG = "log";

    private final Path folder;
    private final RunIdentity identity;
    private final ResultsLayout layout;
    private final RunLock lock;
    private final ResultsWriter results;
    private final FailureLog failures;
    private final @Nullable ResultsReader before;
    private boolean finished;

    private RunFolder(Path folder, RunIdentity identity, ResultsLayout layout, RunLock lock) throws IOException {
        this.folder = folder;
        this.identity = identity;
        this.layout = layout;
        this.lock = lock;
        StoredRun.in(folder).ifPresent(run -> run.require(identity));
        this.results = ResultsWriter.open(folder, layout);
        this.before = stored() == 0 ? null : ResultsReader.open(folder).orElse(null);
        this.failures = new FailureLog(folder.resolve(FAILURES), layout.axes());
    }

    /**
     * The folder of the run of this name and identity: {@code <name>-<key>}, its letters safe in any file system, and the
     * first no hyphen, which a command would take for an option.
     */
    public static Path path(Path runs, String name, RunIdentity identity) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[.-]+", "");
        return runs.resolve((safe.isEmpty() ? "run" : safe) + "-" + identity.key());
    }

    /** Makes a new folder beside one that is there: its name with the first free number from 2 on. */
    public static Path beside(Path folder) throws IOException {
        Path made = folder.toAbsolutePath().getParent();
        if (made != null) {
            Files.createDirectories(made);
        }
        for (int number = 1; ; number++) {
            try {
                return Files.createDirectory(
                        number == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + number));
            } catch (FileAlreadyExistsException e) {
                // taken: the next number
            }
        }
    }

    /**
     * Opens the folder for writing, making it when it is not there, and goes on after the last sound point in it.
     *
     * @throws dev.winnow.engine.UserError when another process writes it, or what it holds is of another identity: a line for each field
     */
    public static RunFolder open(Path folder, RunIdentity identity, ResultsLayout layout) throws IOException {
        Files.createDirectories(folder);
        RunLock lock = RunLock.acquire(folder);
        try {
            return new RunFolder(folder, identity, layout, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Path path() {
        return folder;
    }

    /** How many of a group's points are there already: the first ones. */
    public long stored(int group) {
        return group < results.group() ? layout.points() : group == results.group() ? results.next() : 0;
    }

    /** How many points are there of all groups. */
    public long stored() {
        return results.group() * layout.points() + (results.complete() ? 0 : results.next());
    }

    /**
     * A sink for the points of one group that are not there yet; the groups come one after the other, in the order of
     * their ordinals. What it has accepted is kept.
     */
    public ResultSink sink(int group) {
        return ResultSink.prepared(() -> {
            BatchPacker packer = new BatchPacker(group, layout);
            return (batch, outcome) -> {
                List<byte[]> whole = packer.wholeFrames(batch, outcome);
                return () -> {
                    results.accept(group, batch, outcome, whole);
                    failures.accept(layout.symbols().get(group), batch, outcome);
                };
            };
        });
    }

    /** Gives the sink the points of a group that were there when the folder was opened; the groups come in order. */
    public void replay(int group, ResultSink sink) throws IOException {
        if (before != null) {
            ResultSink failed =
                    (batch, outcome) -> failures.accept(layout.symbols().get(group), batch, outcome);
            before.replay(group, failed.andThen(sink));
        }
    }

    /** Writes the manifest, replacing an earlier one: maps, iterables, numbers, booleans, strings and null. */
    public void manifest(RunStatus status, Map<String, ? extends @Nullable Object> facts) throws IOException {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("run", String.valueOf(folder.getFileName()));
        manifest.put("status", status.text());
        manifest.putAll(facts);
        manifest.put("identity", identity.fields());
        Path draft = folder.resolve(StoredRun.MANIFEST + ".tmp");
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
        Files.move(draft, folder.resolve(StoredRun.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends the results, all points of which are there, and writes the manifest of a complete run. */
    public void finish(Map<String, ? extends @Nullable Object> facts) throws IOException {
        failures.close();
        results.finish();
        manifest(RunStatus.COMPLETE, facts);
        finished = true;
    }

    /** Adds a line to the run's log, with the time. */
    public void log(String text) throws IOException {
        // not a channel: that would be closed under us when the thread is interrupted
        try (OutputStream out = new FileOutputStream(folder.resolve(LOG).toFile(), true)) {
            String line = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Lets go of the folder, and removes it when nothing worth keeping is in it. */
    @Override
    public void close() throws IOException {
        try (lock;
                results;
                failures) {
            if (before != null) {
                before.close();
            }
            if (!finished && stored() == 0) {
                delete(folder);
            }
        }
    }

    static void delete(Path folder) throws IOException {
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
