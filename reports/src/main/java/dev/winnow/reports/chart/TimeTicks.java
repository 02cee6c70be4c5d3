package dev.winnow.reports.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks at the starts of years, months, days or hours (UTC), whatever gives about as many as asked for. */
final class TimeTicks {
    private static final long MICROS = 1_000_000;

    /** A distance between ticks, and how they read. */
    private enum Grain {
        MINUTE(ChronoUnit.MINUTES, new int[] {1, 5, 15, 30}, 60, "HH:mm"),
        HOUR(ChronoUnit.HOURS, new int[] {1, 3, 6, 12}, 3600, "MMM d HH:mm"),
        DAY(ChronoUnit.DAYS, new int[] {1, 2, 7, 14}, 86_400, "MMM d"),
        MONTH(ChronoUnit.MONTHS, new int[] {1, 3, 6}, 2_629_746, "MMM uuuu"),
        YEAR(ChronoUnit.YEARS, new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500}, 31_556_952, "uuuu");

        private final ChronoUnit unit;
        private final int[] multiples;
        private final long seconds;
        private final DateTimeFormatter format;

        Grain(ChronoUnit unit, int[] multiples, long seconds, String pattern) {
            this.unit = unit;
            this.multiples = multiples;
            this.seconds = seconds;
            this.format = DateTimeFormatter.ofPattern(pattern, Locale.US);
        }

        private LocalDateTime start(LocalDateTime time, int multiple) {
            return switch (this) {
                case YEAR -> LocalDateTime.of(Math.floorDiv(time.getYear(), multiple) * multiple, 1, 1, 0, 0);
                case MONTH ->
                    LocalDateTime.of(time.getYear(), (time.getMonthValue() - 1) / multiple * multiple + 1, 1, 0, 0);
                case DAY -> LocalDateTime.of(time.getYear(), time.getMonthValue(), 1, 0, 0);
                case HOUR -> time.truncatedTo(ChronoUnit.DAYS);
                case MINUTE -> time.truncatedTo(ChronoUnit.HOURS);
            };
        }
    }

    private TimeTicks() {}

    /** @param low microseconds since the epoch */
    static Ticks between(long low, long high, int count) {
        double least = (double) (high - low) / MICROS / count;
        for (Grain grain : Grain.values()) {
            for (int multiple : grain.multiples) {
                if ((double) grain.seconds * multiple >= least) {
                    return ticks(low, high, grain, multiple);
                }
            }
        }
        return ticks(low, high, Grain.YEAR, 1000);
    }

    private static Ticks ticks(long low, long high, Grain grain, int multiple) {
        List<Long> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        LocalDateTime time = grain.start(moment(low), multiple);
        for (long micros = micros(time);
                micros <= high;
                time = time.plus(multiple, grain.unit), micros = micros(time)) {
            if (micros >= low) {
                at.add(micros);
                labels.add(grain.format.format(time));
            }
        }
        return new Ticks(at.stream().mapToDouble(Long::doubleValue).toArray(), List.copyOf(labels));
    }

    static LocalDateTime moment(long micros) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000),
                ZoneOffset.UTC);
    }

    private static long micros(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * MICROS;
    }
}
