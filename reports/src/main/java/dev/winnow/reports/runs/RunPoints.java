package dev.winnow.reports.runs;

import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.reports.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The points of a run in their order, read from its folder frame by frame. */
public final class RunPoints {
    private RunPoints() {}

    /**
     * All points that the run holds: symbol, point, parameters, metrics, cause.
     *
     * @throws dev.winnow.engine.UserError when there are no results; while it is read, when a complete run's are damaged
     */
    public static Listing of(StoredRun run) throws IOException {
        PointColumns columns;
        try (ResultsReader results = run.results()) {
            columns = new PointColumns(results.layout());
        }
        Iterable<List<@Nullable Object>> rows = () -> new Rows(run, columns);
        return new Listing(
                columns.all().stream()
                        .map(column -> new Listing.Column(
                                column.name(),
                                column.type().equals("DOUBLE") || column.type().equals("BIGINT")))
                        .toList(),
                rows);
    }

    /** Closes the results when they have come to their end. */
    private static final class Rows implements Iterator<List<@Nullable Object>> {
        private final StoredRun run;
        private final PointColumns columns;
        private final ResultsReader results;
        private @Nullable Frame frame;
        private int next;

        Rows(StoredRun run, PointColumns columns) {
            this.run = run;
            this.columns = columns;
            try {
                this.results = run.results();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            advance();
        }

        @Override
        public boolean hasNext() {
            return frame != null;
        }

        @Override
        public List<@Nullable Object> next() {
            Frame current = frame;
            if (current == null) {
                throw new NoSuchElementException();
            }
            List<@Nullable Object> values = columns.values(current, next++);
            if (next == current.count()) {
                advance();
            }
            return values;
        }

        private void advance() {
            try {
                Optional<Frame> following = results.next();
                frame = following.orElse(null);
                next = 0;
                if (following.isEmpty()) {
                    results.close();
                    if (!results.complete() && run.status() == RunStatus.COMPLETE) {
                        throw results.damage();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
