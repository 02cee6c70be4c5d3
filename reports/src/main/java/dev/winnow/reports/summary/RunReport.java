package dev.winnow.reports.summary;

import dev.winnow.reports.flame.RunProfile;
import java.util.List;
import java.util.Optional;

/**
 * All that a report tells of a run.
 *
 * @param summary the figures over all points
 * @param full the best point bar by bar
 * @param missing why {@code full} is not there; empty when it is
 * @param noise standard deviation that the objective of a point without any skill has by chance; NaN: not known
 * @param noiseSource where that comes from, formula and source; empty where it is not known
 * @param spec the exact spec, as YAML
 * @param warnings what a reader should know of data and settings, a sentence each
 * @param time where the time of the sweep over the shown symbol went; empty where nothing was observed
 * @param profile taken of the run; empty where none was
 */
public record RunReport(
        RunSummary summary,
        Optional<FullPoint> full,
        String missing,
        double noise,
        String noiseSource,
        String spec,
        List<String> warnings,
        Optional<TimeSpent> time,
        Optional<RunProfile> profile) {
    public RunReport {
        warnings = List.copyOf(warnings);
    }

    /** Points that could have been the best: all that were tried on any symbol and did not fail. */
    public long tries() {
        return summary.points() - summary.failed();
    }

    /**
     * The best objective that so many independent tries without skill are expected to show; NaN where that is not known.
     */
    public double luckiest() {
        double most = tries() < 1 ? Double.NaN : noise * NoiseMaximum.deviations(tries());
        return summary.facts().objective().maximize() ? most : -most;
    }
}
