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

    private static final List<Grain> GRAINS = List.of(
            grain(ChronoUnit.MINUTES, "HH:mm", 1, 5, 15, 30),
            grain(ChronoUnit.HOURS, "MMM d HH:mm", 1, 3, 6, 12),
            grain(ChronoUnit.DAYS, "MMM d", 1, 2, 7, 14),
            grain(ChronoUnit.MONTHS, "MMM uuuu", 1, 3, 6),
            grain(ChronoUnit.YEARS, "uuuu", 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000));

    /** Distances between ticks, and how they read. */
    private record Grain(ChronoUnit unit, DateTimeFormatter format, List<Integer> multiples) {
        private double seconds(int multiple) {
            return (double) unit.getDuration().toSeconds() * multiple;
        }

        private LocalDateTime start(LocalDateTime time, int multiple) {
            return switch (unit) {
                case YEARS -> LocalDateTime.of(Math.floorDiv(time.getYear(), multiple) * multiple, 1, 1, 0, 0);
                case MONTHS ->
                    LocalDateTime.of(time.getYear(), (time.getMonthValue() - 1) / multiple * multiple + 1, 1, 0, 0);
                case DAYS -> LocalDateTime.of(time.getYear(), time.getMonthValue(), 1, 0, 0);
                case HOURS -> time.truncatedTo(ChronoUnit.DAYS);
                default -> time.truncatedTo(ChronoUnit.HOURS);
            };
        }
    }

    private TimeTicks() {}

    private static Grain grain(ChronoUnit unit, String pattern, Integer... multiples) {
        return new Grain(unit, DateTimeFormatter.ofPattern(pattern, Locale.US), List.of(multiples));
    }

    /** @param low microseconds since the epoch */
    static Ticks between(long low, long high, int count) {
        double least = (double) (high - low) / MICROS / count;
        for (Grain grain : GRAINS) {
            for (int multiple : grain.multiples()) {
                if (grain.seconds(multiple) >= least) {
                    return ticks(low, high, grain, multiple);
                }
            }
        }
        return ticks(low, high, GRAINS.getLast(), 1000);
    }

    private static Ticks ticks(long low, long high, Grain grain, int multiple) {
        List<Long> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        LocalDateTime time = grain.start(moment(low), multiple);
        for (long micros = micros(time);
                micros <= high;
                time = time.plus(multiple, grain.unit()), micros = micros(time)) {
            if (micros >= low) {
                at.add(micros);
                labels.add(grain.format().format(time));
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
