package dev.winnow.replay.indicator;

import java.util.List;
import java.util.stream.Collectors;

/** The reference of all indicators as text, made from the registry: docs/guide/indicators.md. */
public final class IndicatorGuide {
    private static final String HEAD = """
            # Indicators

            Made from the code: `winnow indicators --markdown` prints this page, `winnow indicators NAME` one entry.

            `x` and `y` are number columns, windows are whole numbers of bars, at least 1. An argument with a default may
            be left out. `t` is the bar, `x[t-1]` the value one bar before; a name without an index is the value at `t`.

            - A value at `t` reads bars `0..t` only. Cutting off or changing later bars changes no bit of it.
            - *First* is the first defined bar when the columns are defined from bar 0; before it the value is NaN. A NaN
              prefix of a column moves it by the length of the prefix: the first window starts at the first defined bar.
            - Behind a NaN inside a column an indicator starts as if the column began there: NaN while the window
              holds it, averages with a memory are seeded again. `roc` and `momentum` read two bars and are NaN where
              one of the two is. An infinite value counts as NaN, except that `highest` and `lowest` order it.
            - Sums over windows are made afresh from values inside the window; nothing drifts.
            """;

    private IndicatorGuide() {}

    /** The whole page, Markdown, one section a family, families and names sorted. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        List<String> families = Indicators.all().stream()
                .map(Indicator::family)
                .distinct()
                .sorted()
                .toList();
        for (String family : families) {
            page.append("\n## ")
                    .append(Character.toUpperCase(family.charAt(0)))
                    .append(family.substring(1))
                    .append('\n');
            page.append(Indicators.all().stream()
                    .filter(indicator -> indicator.family().equals(family))
                    .map(IndicatorGuide::entry)
                    .collect(Collectors.joining()));
        }
        return page.toString();
    }

    private static String entry(Indicator indicator) {
        return """

                ### `%s`

                %s

                - Formula: `%s`
                - First: `%s`
                - Source: %s
                """.formatted(
                        indicator.signature(),
                        indicator.summary(),
                        indicator.formula(),
                        indicator.firstDefined(),
                        indicator.source());
    }
}
