package dev.winnow.cli.config;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.Setting;
import dev.winnow.replay.ensemble.Trailing;
import java.util.List;

/** The {@code combine} of a replay with its {@code thresholds}: how the signals become one decision. */
public sealed interface CombineSection {
    /**
     * As the ensemble wants it.
     *
     * @param weights of the signals
     * @param axes the parameters in the order of a point's values
     */
    EnsembleSettings settings(List<Setting> weights, List<Axis> axes);

    /** Whether weights change it. */
    default boolean weighs() {
        return this instanceof Weighted;
    }

    /** The weighted sum against thresholds. */
    record Weighted(NumberOrParameter enter, NumberOrParameter exit) implements CombineSection {
        @Override
        public EnsembleSettings settings(List<Setting> weights, List<Axis> axes) {
            return new EnsembleSettings.Weighted(weights, enter.setting(axes), exit.setting(axes));
        }
    }

    /** At least so many votes; negative: all. */
    record Vote(NumberOrParameter votes) implements CombineSection {
        /** As many as there are signals. */
        static final Vote ALL = new Vote(NumberOrParameter.of(-1));

        @Override
        public EnsembleSettings settings(List<Setting> weights, List<Axis> axes) {
            return new EnsembleSettings.Vote(votes.value() < 0 ? Setting.of(weights.size()) : votes.setting(axes));
        }
    }

    /** The best signal of late against thresholds. */
    record BestOf(NumberOrParameter window, Trailing by, NumberOrParameter enter, NumberOrParameter exit)
            implements CombineSection {
        @Override
        public EnsembleSettings settings(List<Setting> weights, List<Axis> axes) {
            return new EnsembleSettings.BestOf(window.setting(axes), by, enter.setting(axes), exit.setting(axes));
        }
    }
}
