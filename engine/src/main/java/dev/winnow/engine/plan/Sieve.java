package dev.winnow.engine.plan;

import dev.winnow.engine.plan.Ranked.Standing;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the points of a batch that may still rank, by the worst point that a ranking holds. Each thread has one of its
 * own; the ranking may go on meanwhile, which only lets more pass than need to.
 */
public final class Sieve {
    private final Objective objective;
    private final Requirement requirement;
    private final Supplier<@Nullable Place> worst;
    private final double[] row;
    private int[] found = new int[16];

    /** @param worst the place that a point has to be before; null while every point ranks */
    Sieve(Objective objective, Requirement requirement, int metrics, Supplier<@Nullable Place> worst) {
        this.objective = objective;
        this.requirement = requirement;
        this.worst = worst;
        this.row = new double[metrics];
    }

    /** int[points that may rank]: their positions in the batch, rising. */
    public int[] pick(int group, Batch batch, Outcome outcome) {
        Place bar = worst.get();
        if (bar == null) {
            return IntStream.range(0, batch.count()).toArray();
        }
        boolean scored = bar.standing() == Standing.MEETS && !Double.isNaN(bar.score());
        int count = 0;
        for (int i = 0; i < batch.count(); i++) {
            boolean above = objective.score(outcome.values(), i * row.length) >= bar.score();
            if ((above || !scored) && place(group, batch, outcome, i).before(bar)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The place of a point of the batch. */
    Place place(int group, Batch batch, Outcome outcome, int i) {
        System.arraycopy(outcome.values(), i * row.length, row, 0, row.length);
        boolean failed = !outcome.failures().isEmpty() && outcome.failures().containsKey(i);
        Standing standing = failed ? Standing.FAILED : requirement.meets(row) ? Standing.MEETS : Standing.MISSES;
        return new Place(standing, objective.score(row, 0), group, batch.first() + i);
    }

    /** double[metrics], those of the point that was placed last; valid until the next. */
    double[] row() {
        return row;
    }
}
