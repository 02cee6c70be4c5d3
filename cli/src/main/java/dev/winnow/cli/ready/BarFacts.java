package dev.winnow.cli.ready;

import dev.winnow.engine.ExactNumber;
import dev.winnow.replay.market.DataSummary;
import dev.winnow.replay.market.LoadedBars;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is told of a symbol's bars beside the results over them. */
final class BarFacts {
    private BarFacts() {}

    /** What a reader should know of a symbol's bars, in one line. */
    static String note(LoadedBars loaded) {
        return String.format(
                Locale.ROOT,
                "%,d bars, %s periods a year (%s)",
                loaded.bars().size(),
                ExactNumber.text(loaded.summary().periodsPerYear()),
                loaded.summary().periodsPerYearReason());
    }

    /** What the record of a run says of a symbol's bars. */
    static Map<String, Object> of(LoadedBars loaded) {
        DataSummary summary = loaded.summary();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("source", summary.source());
        facts.put("bars", loaded.bars().size());
        facts.put("first", summary.firstTimeText());
        facts.put("last", summary.lastTimeText());
        facts.put("spacing", summary.medianSpacingText());
        facts.put("gaps", summary.gaps());
        facts.put("largestGapAfter", summary.largestGapText());
        facts.put("droppedRows", summary.droppedRows());
        facts.put("periodsPerYear", summary.periodsPerYear());
        return facts;
    }
}
