package dev.winnow.reports.html;

import dev.winnow.reports.chart.Chart;
import java.util.List;

/**
 * What a benchmark measured, as a page.
 *
 * @param title what was measured
 * @param machine what it was measured on, in one line
 * @param sections pictures with what to know of them
 */
public record BenchReport(String title, String machine, List<Section> sections) {
    public BenchReport {
        sections = List.copyOf(sections);
    }

    /**
     * A picture.
     *
     * @param title what it answers
     * @param note how it was measured, with formulas
     */
    public record Section(String title, String note, Chart chart) {
        /** The picture, as its template has it. */
        public String html() {
            return chart.draw().html();
        }

        /** The picture's figures in words. */
        public String figures() {
            return chart.alt();
        }
    }
}
