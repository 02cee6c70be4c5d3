package dev.winnow.reports.summary;

import java.util.List;
import java.util.Optional;

/**
 * What was found on one symbol.
 *
 * @param ordinal its place in the run
 * @param symbol its name
 * @param points points that the run holds of it
 * @param failed how many of them failed
 * @param undefined how many others have no finite objective
 * @param top its best points, best first: a hundredth of all, no fewer than 10 where there are as many; none failed
 */
public record SymbolSummary(int ordinal, String symbol, long points, long failed, long undefined, List<TopPoint> top) {
    public SymbolSummary {
        top = List.copyOf(top);
    }

    /** The best point; empty when every one failed. */
    public Optional<TopPoint> best() {
        return top.stream().findFirst();
    }
}
