package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
    @ParameterizedTest
    @CsvSource({"1m,5m,997", "1m,1h,5000", "7m,1h,1000", "1h,1d,200", "1h,1w,1000", "1d,1w,500", "1d,2w,77", "1d,3d,1"})
    void longer_bars_equal_a_plain_grouping(String spacing, String length, int n) {
        Bars bars = SyntheticBars.generate(new SyntheticSpec(n, n, 100, 0.3, 0, spacing, 9, 0.1));
        Bars longer = Resampling.to(length, bars, "test");
        long micros = Spacing.parse(length, "test");
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (int t = 0; t < n; t++) {
            groups.computeIfAbsent(Resampling.start(bars.time()[t], micros), key -> new ArrayList<>())
                    .add(t);
        }
        assertThat(longer.size()).isEqualTo(groups.size());
        int i = 0;
        for (Map.Entry<Long, List<Integer>> group : groups.entrySet()) {
            List<Integer> members = group.getValue();
            assertThat(longer.time()[i]).isEqualTo(group.getKey());
            assertThat(longer.open()[i]).isEqualTo(bars.open()[members.getFirst()]);
            assertThat(longer.close()[i]).isEqualTo(bars.close()[members.getLast()]);
            assertThat(longer.high()[i])
                    .isEqualTo(members.stream()
                            .mapToDouble(t -> bars.high()[t])
                            .max()
                            .orElseThrow());
            assertThat(longer.low()[i])
                    .isEqualTo(members.stream()
                            .mapToDouble(t -> bars.low()[t])
                            .min()
                            .orElseThrow());
            double volume = 0;
            for (int t : members) {
                volume += bars.volume()[t];
            }
            assertThat(longer.volume()[i]).isEqualTo(volume);
            i++;
        }
        LegalBars.check(longer, length);
    }

    @Test
    void weeks_start_on_monday_and_hours_on_the_hour() {
        Bars days = SyntheticBars.generate(SyntheticSpec.of(50, 3));
        for (long time : Resampling.to("1w", days, "test").time()) {
            assertThat(LocalDate.parse(TimeText.format(time)).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        }
        assertThat(Resampling.start(-1, TimeText.HOUR)).isEqualTo(-TimeText.HOUR);
        assertThat(Resampling.start(TimeText.HOUR, TimeText.HOUR)).isEqualTo(TimeText.HOUR);
    }

    @Test
    void bars_are_never_made_shorter() {
        Bars days = SyntheticBars.generate(SyntheticSpec.of(50, 3));
        assertThatThrownBy(() -> Resampling.to("1h", days, "x.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage("x.csv: data.resample: 1h is shorter than the bars, which are 1d apart;"
                        + " bars can only be made longer");
        assertThat(BarDigest.of(Resampling.to("1d", days, "x.csv"))).isEqualTo(BarDigest.of(days));
    }

    @ParameterizedTest
    @CsvSource({"''", "5", "m", "-5m", "0m", "5x", "1.5h", "99999999d", "5 m"})
    void what_is_no_length_is_refused(String text) {
        assertThatThrownBy(() -> Spacing.parse(text, "data.resample"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("data.resample: '" + text + "' is not a bar length");
    }
}
