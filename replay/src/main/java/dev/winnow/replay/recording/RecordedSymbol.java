package dev.winnow.replay.recording;

/**
 * The bars that signals were recorded over.
 *
 * @param symbol its name
 * @param bars number of bars
 * @param timed whether the bars carry moments; false: bar numbers
 * @param periodsPerYear A of the semantics
 * @param digest SHA-256 of the bars, 64 hex digits
 */
public record RecordedSymbol(String symbol, int bars, boolean timed, double periodsPerYear, String digest) {
    public RecordedSymbol {
        if (bars < 1) {
            throw new IllegalArgumentException("no bars");
        }
    }
}
