package dev.winnow.replay;

import dev.winnow.replay.ensemble.Rule;
import dev.winnow.replay.ensemble.Trailing;
import java.util.ArrayList;
import java.util.List;

/** How an ensemble combines its signals: each number a constant or a parameter. */
public sealed interface EnsembleSettings {
    /** The rule of a point, double[axes]. */
    Rule at(double[] point);

    /** All numbers of it. */
    default List<Setting> settings() {
        return switch (this) {
            case Weighted weighted -> {
                List<Setting> all = new ArrayList<>(weighted.weights());
                all.addAll(List.of(weighted.enter(), weighted.exit()));
                yield all;
            }
            case Vote vote -> List.of(vote.votes());
            case BestOf best -> List.of(best.window(), best.enter(), best.exit());
        };
    }

    /**
     * The weighted sum against thresholds.
     *
     * @param weights of the signals, in their order
     */
    record Weighted(List<Setting> weights, Setting enter, Setting exit) implements EnsembleSettings {
        public Weighted {
            weights = List.copyOf(weights);
        }

        @Override
        public Rule at(double[] point) {
            return new Rule.Weighted(weightsAt(point), enter.at(point), exit.at(point));
        }

        /** double[signals]. */
        double[] weightsAt(double[] point) {
            double[] at = new double[weights.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = weights.get(i).at(point);
            }
            return at;
        }
    }

    /**
     * At least so many signals of one side.
     *
     * @param votes how many have to agree; any is 1, all is their number
     */
    record Vote(Setting votes) implements EnsembleSettings {
        @Override
        public Rule at(double[] point) {
            return new Rule.Vote((int) votes.at(point));
        }
    }

    /**
     * The best signal of late against thresholds.
     *
     * @param window bars by which the signals are judged
     */
    record BestOf(Setting window, Trailing by, Setting enter, Setting exit) implements EnsembleSettings {
        @Override
        public Rule at(double[] point) {
            return new Rule.BestOf((int) window.at(point), by, enter.at(point), exit.at(point));
        }
    }
}
