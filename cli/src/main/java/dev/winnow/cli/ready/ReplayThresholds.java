package dev.winnow.cli.ready;

import dev.winnow.engine.space.Constraint;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the points of a replay whose position would close where it opens.
 *
 * @param enter threshold to open
 * @param exit threshold to close
 * @param also what else a point has to meet
 */
record ReplayThresholds(Setting enter, Setting exit, Constraint also) {
    /** The thresholds of an ensemble; a vote has none. */
    static ReplayThresholds of(EnsembleSettings settings, Constraint also) {
        return switch (settings) {
            case EnsembleSettings.Weighted weighted -> new ReplayThresholds(weighted.enter(), weighted.exit(), also);
            case EnsembleSettings.BestOf best -> new ReplayThresholds(best.enter(), best.exit(), also);
            case EnsembleSettings.Vote vote -> new ReplayThresholds(Setting.of(1), Setting.of(0), also);
        };
    }

    private boolean needed() {
        return enter.axis() >= 0 || exit.axis() >= 0 || !(exit.constant() < enter.constant());
    }

    Constraint constraint() {
        if (!needed()) {
            return also;
        }
        return new Constraint() {
            @Override
            public boolean allows(double[] point) {
                return exit.at(point) < enter.at(point) && also.allows(point);
            }

            @Override
            public boolean reads(int axis) {
                return axis == enter.axis() || axis == exit.axis() || also.reads(axis);
            }
        };
    }

    /** The constraint as text, with the user's own. */
    String text(@Nullable String where) {
        String own = where == null ? "" : where;
        return !needed() ? own : "exit < enter" + (own.isEmpty() ? "" : " and (" + own + ")");
    }
}
