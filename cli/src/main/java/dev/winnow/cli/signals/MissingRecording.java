package dev.winnow.cli.signals;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.ReadyRecording;
import dev.winnow.cli.ready.ReadyReplay;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.execute.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recording that a replay is of, made where there is none yet. */
public final class MissingRecording {
    private MissingRecording() {}

    /**
     * Records what the spec of a replay names to be recorded, unless the recording is there or the spec names nothing.
     *
     * @throws UserError when the recording cannot be kept
     */
    public static void make(SweepSpec spec, Console console) {
        if (!(spec.section() instanceof WorkloadSection.Replayed replayed)) {
            return;
        }
        String record = replayed.signals().record();
        Path folder = ReadyReplay.folder(spec);
        if (record == null || Files.exists(folder)) {
            return;
        }
        Overrides plain = new Overrides(null, console.environment(), List.of(), List.of());
        ReadyRecording ready =
                ReadyRecording.of(SpecReader.read(spec.folder().resolve(record).normalize(), plain));
        try {
            long settings = new RecordingRun(ready, ready.bars(console), folder, 0, Artifacts.NONE)
                    .record(new StopSignal(), console);
            console.err().println("recorded " + settings + " settings of " + record + " into " + folder);
        } catch (IOException e) {
            throw new UserError("recording " + folder + " cannot be kept (" + e.getMessage()
                    + "); make room, or name another folder by signals.path");
        }
    }
}
