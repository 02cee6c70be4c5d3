package dev.winnow.cli.option;

import dev.winnow.cli.option.RunTarget.Mode;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.RunCatalog;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.store.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a sweep's run is kept, and whether an earlier one is gone on with. */
public final class RunOptions {
    private static final String RESUME = "--resume";
    private static final String FORCE_NEW = "--force-new";

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of runs; default: runs.")
    private Path out = Path.of("runs");

    @Option(
            names = RESUME,
            paramLabel = "RUN",
            arity = "0..1",
            fallbackValue = "",
            preprocessor = OnlyAttached.class,
            description = "Go on with the interrupted run of this spec, or with RUN; a changed one is refused.")
    private @Nullable String resume;

    @Option(names = FORCE_NEW, description = "Evaluate anew, in a folder beside an earlier run's.")
    private boolean forceNew;

    @Option(names = "--parquet", description = "Also write the points as results.parquet (half a second more).")
    private boolean parquet;

    /** Whether the points are wanted as Parquet, too. */
    public boolean parquet() {
        return parquet;
    }

    /**
     * The folder that a sweep is for.
     *
     * @throws UserError when there is nothing to resume, or that was of another spec, data or code: a line a difference
     */
    public RunTarget target(String name, RunIdentity identity) {
        String asked = resume;
        if (forceNew && asked != null) {
            throw new UserError("--resume and --force-new: an earlier run is either gone on with or not; drop one");
        }
        Path folder = RunFolder.path(out, name, identity);
        if (asked == null) {
            return new RunTarget(folder, StoredRun.in(folder), forceNew ? Mode.BESIDE : Mode.TAKE);
        }
        StoredRun run = asked.isEmpty()
                ? StoredRun.in(folder)
                        .or(() -> latest(name))
                        .orElseThrow(() -> new UserError("--resume: there is no run of '" + name + "' in " + out
                                + "; leave it out to begin one"))
                : new RunCatalog(out).find(asked);
        run.require(identity);
        return new RunTarget(run.folder(), Optional.of(run), Mode.RESUME);
    }

    /** The words of the command that goes on with the run in this folder. */
    public List<String> resuming(List<String> words, Path folder) {
        List<String> again = new ArrayList<>(words);
        again.removeIf(word -> word.equals(FORCE_NEW) || word.equals(RESUME) || word.startsWith(RESUME + "="));
        boolean named = resume != null && !resume.isEmpty();
        again.add(named ? RESUME + "=" + resume : forceNew ? RESUME + "=" + folder.getFileName() : RESUME);
        return again;
    }

    /** The run of that name that was begun last. */
    private Optional<StoredRun> latest(String name) {
        return new RunCatalog(out)
                .all().stream()
                        .filter(run -> run.manifest().path("name").asText().equals(name))
                        .max(Comparator.comparing(
                                run -> run.manifest().path("started").asText()));
    }

    /** Takes a value from {@code --resume=RUN} alone: the word after {@code --resume} may be the spec. */
    static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        @SuppressWarnings("JdkObsolete") // picocli's signature
        public boolean preprocess(
                Stack<String> words, CommandSpec command, ArgSpec argument, java.util.Map<String, Object> info) {
            boolean attached = "=".equals(info.get("separator"));
            if (!attached) {
                argument.setValue("");
            }
            return !attached;
        }
    }
}
