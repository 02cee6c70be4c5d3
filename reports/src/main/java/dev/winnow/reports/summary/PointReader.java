package dev.winnow.reports.summary;

import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the frames of one group after the other. */
final class PointReader {
    private PointReader() {}

    /** Gives what there is of a group, whichever groups stand before it. The groups are asked for in rising order. */
    static void each(ResultsReader results, int group, Consumer<Frame> frames) throws IOException {
        while (results.group() <= group && !results.complete()) {
            Optional<Frame> next = results.next();
            if (next.isEmpty()) {
                return;
            }
            if (next.get().group() == group) {
                frames.accept(next.get());
            }
        }
    }
}
