package dev.winnow.cli.option;

import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that a sweep is for.
 *
 * @param folder where the run is or will be
 * @param there the run that is there already, empty where there is none
 * @param mode what is to be done about that
 */
public record RunTarget(Path folder, Optional<StoredRun> there, Mode mode) {
    /** What to do about a run that is there already. */
    enum Mode {
        /** Print it when it is complete, else go on with it. */
        TAKE,
        /** The same, but look for damage first, and evaluate again what is damaged. */
        RESUME,
        /** Leave it alone: the run gets a folder beside it. */
        BESIDE
    }

    /** The run to print, empty when there is something to evaluate. */
    public Optional<StoredRun> complete() throws IOException {
        Optional<StoredRun> complete = there.filter(run -> mode != Mode.BESIDE && run.status() == RunStatus.COMPLETE);
        return mode == Mode.RESUME && complete.isPresent() && !isSound(complete.get()) ? Optional.empty() : complete;
    }

    /** The folder to write to. */
    public Path made() throws IOException {
        return mode == Mode.BESIDE ? RunFolder.beside(folder) : folder;
    }

    /** The folder and how far the run in it is. */
    public String describe() {
        return folder
                + there.map(run -> ", " + run.status().text() + (mode == Mode.BESIDE ? ", left alone" : ""))
                        .orElse(", new");
    }

    private static boolean isSound(StoredRun run) throws IOException {
        try (ResultsReader results = run.results()) {
            while (results.next().isPresent()) {
                // each frame is checked as it is read
            }
            return results.complete();
        }
    }
}
