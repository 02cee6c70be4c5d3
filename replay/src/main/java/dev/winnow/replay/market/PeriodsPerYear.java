package dev.winnow.replay.market;

/** A of the semantics: how many bars make a year, and why. */
record PeriodsPerYear(double value, String reason) {
    static final double TRADING_DAYS = 252;
    private static final double YEAR_MICROS = 365.25 * TimeText.DAY;

    static PeriodsPerYear given(double value) {
        return new PeriodsPerYear(value, "given as data.periods-per-year");
    }

    /** @param medianMicros median spacing; 0 where there is none */
    static PeriodsPerYear derived(boolean timed, long medianMicros) {
        if (!timed) {
            return new PeriodsPerYear(TRADING_DAYS, "default 252: the bars carry no time");
        }
        if (medianMicros == 0) {
            return new PeriodsPerYear(TRADING_DAYS, "default 252: fewer than two bars");
        }
        String spacing = Spacing.format(medianMicros);
        return new PeriodsPerYear(
                ofSpacing(medianMicros),
                daily(medianMicros)
                        ? "252 trading days: the median bar spacing " + spacing + " is 1 to 4 days"
                        : "365.25 days / median bar spacing " + spacing);
    }

    static double ofSpacing(long micros) {
        return daily(micros) ? TRADING_DAYS : YEAR_MICROS / micros;
    }

    private static boolean daily(long micros) {
        return micros >= TimeText.DAY && micros <= 4 * TimeText.DAY;
    }
}
