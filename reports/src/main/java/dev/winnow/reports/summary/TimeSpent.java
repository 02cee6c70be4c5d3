package dev.winnow.reports.summary;

import dev.winnow.engine.observe.Shares;
import java.util.List;

/**
 * Where the time of a run went.
 *
 * @param shares of the workers' time
 * @param sentence what held the run back most
 * @param advice commands that test that
 */
public record TimeSpent(Shares shares, String sentence, List<String> advice) {
    public TimeSpent {
        advice = List.copyOf(advice);
    }
}
