package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-31|2020-01-31T00:00:00Z",
                "2020/01/31|2020-01-31T00:00:00Z",
                "2020.01.31|2020-01-31T00:00:00Z",
                "20200131|2020-01-31T00:00:00Z",
                "2020-2-9|2020-02-09T00:00:00Z",
                "Jan 1 2000|2000-01-01T00:00:00Z",
                "Sep 30, 2008|2008-09-30T00:00:00Z",
                "February 29 2004|2004-02-29T00:00:00Z",
                "3 Mar 2010|2010-03-03T00:00:00Z",
                "03-Mar-2010|2010-03-03T00:00:00Z",
                "2020-01-31 14:30|2020-01-31T14:30:00Z",
                "2020-01-31T14:30:15|2020-01-31T14:30:15Z",
                "2020-01-31 14:30:15.5|2020-01-31T14:30:15.500Z",
                "2020-01-31 14:30:15,25|2020-01-31T14:30:15.250Z",
                "2021-12-31 23:01:00.000000|2021-12-31T23:01:00Z",
                "2020-01-31T14:30:15.123456789|2020-01-31T14:30:15.123456Z",
                "2020-01-31T14:30:15Z|2020-01-31T14:30:15Z",
                "2020-01-31T14:30:15 UTC|2020-01-31T14:30:15Z",
                "2024-03-26 13:30:00+00:00|2024-03-26T13:30:00Z",
                "2020-01-31T14:30:15+02:00|2020-01-31T12:30:15Z",
                "2020-01-31T14:30:15+0200|2020-01-31T12:30:15Z",
                "2020-01-31T14:30:15-05|2020-01-31T19:30:15Z",
                "2020-01-31T14:30:15.75-0530|2020-01-31T20:00:15.750Z",
                "1969-12-31 23:59:59.999999|1969-12-31T23:59:59.999999Z",
                "1600-02-29|1600-02-29T00:00:00Z",
                "0|1970-01-01T00:00:00Z",
                "-1|1969-12-31T23:59:59Z",
                "1585229400|2020-03-26T13:30:00Z",
                "1585229400.25|2020-03-26T13:30:00.250Z",
                "1585229400123|2020-03-26T13:30:00.123Z",
                "1585229400123456|2020-03-26T13:30:00.123456Z",
                "1585229400123456789|2020-03-26T13:30:00.123456Z",
                "' 2020-01-31 '|2020-01-31T00:00:00Z",
            })
    void every_form_means_its_moment(String text, String instant) {
        TimeText times = new TimeText();
        assertThat(times.parse(text)).as(times.problem()).isEqualTo(micros(Instant.parse(instant)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|missing",
                "2020-02-30|no day of the calendar",
                "2019-02-29|no day of the calendar",
                "2020-13-01|no day of the calendar",
                "31/01/2020|ambiguous",
                "01.02.2020|ambiguous",
                "2020-01-31 25:00|no time of a day",
                "2020-01-31 24:00|no time of a day",
                "2020-01-31 12:60|no time of a day",
                "2020-01-31 12|not a time of day",
                "2020-01-31 12:30:15.1234567890|not a time of day",
                "2020-01-31T12:30 Europe/Berlin|zone",
                "2020-01-31T12:30+25:00|offset",
                "2020-01-31x|unexpected",
                "2020-01-31T12:30Zx|unexpected",
                "2020-01|not a time that is understood",
                "2020-01/31|not a time that is understood",
                "yesterday|not a time that is understood",
                "Foo 1 2000|not a time that is understood",
                "Jan 1|not a time that is understood",
                "99999999999999999999999|too large",
                "-|not a time that is understood",
                ".|not a time that is understood",
                "12-|not a time that is understood",
            })
    void anything_else_is_refused_with_a_reason(String text, String reason) {
        TimeText times = new TimeText();
        assertThat(times.parse(text)).isEqualTo(TimeText.INVALID);
        assertThat(times.problem()).contains(reason);
    }

    @Test
    void the_first_epoch_number_fixes_the_unit() {
        TimeText times = new TimeText();
        assertThat(times.parse("1585229400000")).isNotEqualTo(TimeText.INVALID);
        assertThat(times.parse("1585229400")).isEqualTo(TimeText.INVALID);
        assertThat(times.problem()).contains("another unit");
    }

    @Test
    void offsets_across_a_change_of_clocks_keep_time_in_order() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant start = Instant.parse("2023-10-28T22:00:00Z");
        for (int hour = 0; hour < 8; hour++) {
            Instant moment = start.plus(hour, ChronoUnit.HOURS);
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(berlin));
            assertThat(new TimeText().parse(text)).as(text).isEqualTo(micros(moment));
        }
    }

    @Test
    void parsing_and_formatting_agree_with_java_time() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        long from = LocalDate.of(0, 1, 1).toEpochDay() * TimeText.DAY;
        long to = LocalDate.of(9999, 12, 31).toEpochDay() * TimeText.DAY;
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(from, to);
            LocalDateTime time = LocalDateTime.ofEpochSecond(
                    Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1000, ZoneOffset.UTC);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60 + 1, 18 * 60));
            String zoned = OffsetDateTime.of(time, offset).toString();
            String at = "seed " + seed + ": " + time;
            assertThat(new TimeText().parse(time.toString())).as(at).isEqualTo(micros);
            assertThat(new TimeText().parse(zoned)).as(zoned).isEqualTo(micros - offset.getTotalSeconds() * 1_000_000L);
            assertThat(new TimeText().parse(TimeText.format(micros))).as(at).isEqualTo(micros);
            assertThat(LocalDate.parse(TimeText.format(micros).substring(0, 10)))
                    .as(at)
                    .isEqualTo(time.toLocalDate());
        }
    }

    @Test
    void midnight_is_written_as_a_date() {
        assertThat(TimeText.format(0)).isEqualTo("1970-01-01");
        assertThat(TimeText.format(TimeText.HOUR)).isEqualTo("1970-01-01T01:00:00");
        assertThat(TimeText.format(-1)).isEqualTo("1969-12-31T23:59:59.999999");
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
