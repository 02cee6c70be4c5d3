package dev.winnow.reports.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Returns of a path by calendar month and year (UTC): value at the end of the period over that at the end of the one
 * before, or the initial one. Compounded they give the whole return.
 *
 * @param firstYear year of the first bar
 * @param months double[years * 12], as fractions; NaN for months without bars
 * @param years double[years], as fractions; NaN for years without bars
 */
public record CalendarReturns(int firstYear, double[] months, double[] years) {
    /**
     * The returns of a path.
     *
     * @param time long[bars], one or more, microseconds since the epoch
     * @param initial value before the first bar
     * @param values double[bars]
     */
    public static CalendarReturns of(long[] time, double initial, double[] values) {
        LocalDate first = date(time[0]);
        int years = date(time[time.length - 1]).getYear() - first.getYear() + 1;
        double[] months = new double[12 * years];
        double[] totals = new double[years];
        Arrays.fill(months, Double.NaN);
        Arrays.fill(totals, Double.NaN);
        double monthStart = initial;
        double yearStart = initial;
        for (int t = 0; t < time.length; t++) {
            int month = month(time[t], first.getYear());
            int next = t + 1 < time.length ? month(time[t + 1], first.getYear()) : -1;
            if (next != month) {
                months[month] = values[t] / monthStart - 1;
                monthStart = values[t];
            }
            if (next < 0 || next / 12 != month / 12) {
                totals[month / 12] = values[t] / yearStart - 1;
                yearStart = values[t];
            }
        }
        return new CalendarReturns(first.getYear(), months, totals);
    }

    /** Months since January of the first year. */
    private static int month(long micros, int firstYear) {
        LocalDate date = date(micros);
        return 12 * (date.getYear() - firstYear) + date.getMonthValue() - 1;
    }

    private static LocalDate date(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
