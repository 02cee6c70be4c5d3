package dev.winnow.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.UserError;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run that a folder holds, to be read.
 *
 * @param folder where it is
 * @param manifest what its {@code run.json} says
 */
public record StoredRun(Path folder, JsonNode manifest) {
    /** File name of the manifest. */
    public static final String MANIFEST = "run.json";

    /**
     * The run in the folder, empty when there is none.
     *
     * @throws UserError when its manifest cannot be read
     */
    public static Optional<StoredRun> in(Path folder) {
        Path file = folder.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            JsonNode manifest = new ObjectMapper().readTree(in);
            if (RunStatus.of(manifest).isEmpty()) {
                throw unreadable(folder, "it has no status known to this winnow");
            }
            return Optional.of(new StoredRun(folder, manifest));
        } catch (IOException e) {
            throw unreadable(
                    folder, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static UserError unreadable(Path folder, String why) {
        return new UserError("run " + folder + ": its " + MANIFEST + " cannot be read (" + why
                + "); sweep anew with --force-new, or remove the folder");
    }

    /** The folder's name. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** What its results follow from. */
    public RunIdentity identity() {
        Map<String, String> fields = new LinkedHashMap<>();
        manifest.path("identity")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return new RunIdentity(fields);
    }

    /** How far the run is; one that says it is running while no process writes it was killed, and so interrupted. */
    public RunStatus status() {
        RunStatus said = RunStatus.of(manifest).orElseThrow();
        return said == RunStatus.RUNNING && !RunLock.isHeld(folder) ? RunStatus.INTERRUPTED : said;
    }

    /**
     * The run's results, as far as they have come.
     *
     * @throws UserError when there are none, or none that can be read
     */
    public ResultsReader results() throws IOException {
        return ResultsReader.open(folder)
                .orElseThrow(
                        () -> new UserError("run " + folder + " has no results; sweep with --resume to begin them"));
    }

    /**
     * Checks that the run's results are those that this identity asks for.
     *
     * @throws UserError with a line for each field that differs
     */
    public void require(RunIdentity identity) {
        List<String> changes = identity().changesTo(identity);
        if (!changes.isEmpty()) {
            throw new UserError(changes.stream()
                    .map(change -> "run " + folder + " cannot be resumed: " + change
                            + "; sweep without --resume, or with --force-new, for a run of its own")
                    .toList());
        }
    }
}
