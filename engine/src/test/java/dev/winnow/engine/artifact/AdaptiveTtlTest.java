package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.engine.UserError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveTtlTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TtlRule RULE = new TtlRule(10, 0.2, 0.8, Duration.ofSeconds(15), Duration.ofMinutes(4));

    private final AdaptiveTtl lives = new AdaptiveTtl(RULE);

    /** Ten accesses, which is a window. */
    private void window(String family, int hits) {
        for (int access = 0; access < 10; access++) {
            lives.count(family, MINUTE, access < hits);
        }
    }

    private Duration life(String family) {
        return lives.life(family, MINUTE);
    }

    @Test
    void a_life_is_what_was_asked_for_until_a_window_is_full() {
        for (int access = 0; access < 9; access++) {
            lives.count("a", MINUTE, true);
        }

        assertThat(life("a")).isEqualTo(MINUTE);
    }

    @Test
    void a_hit_rate_above_the_high_bound_doubles_the_life() {
        window("a", 9);
        assertThat(life("a")).isEqualTo(MINUTE.multipliedBy(2));
    }

    @Test
    void a_hit_rate_below_the_low_bound_halves_the_life() {
        window("a", 1);
        assertThat(life("a")).isEqualTo(MINUTE.dividedBy(2));
    }

    @Test
    void hit_rates_on_and_between_the_bounds_change_nothing() {
        for (int hits = 2; hits <= 8; hits++) {
            window("a", hits);
            assertThat(life("a")).isEqualTo(MINUTE);
        }
    }

    @Test
    void lives_stay_within_their_bounds_and_come_back_at_once() {
        for (int i = 0; i < 50; i++) {
            window("a", 10);
        }
        assertThat(life("a")).isEqualTo(RULE.longest());
        window("a", 0);
        assertThat(life("a")).isEqualTo(RULE.longest().dividedBy(2));
        for (int i = 0; i < 50; i++) {
            window("a", 0);
        }
        assertThat(life("a")).isEqualTo(RULE.shortest());
        window("a", 10);
        assertThat(life("a")).isEqualTo(RULE.shortest().multipliedBy(2));
    }

    @Test
    void families_do_not_know_each_other() {
        window("a", 10);
        window("b", 0);

        assertThat(life("a")).isEqualTo(MINUTE.multipliedBy(2));
        assertThat(life("b")).isEqualTo(MINUTE.dividedBy(2));
        assertThat(life("c")).isEqualTo(MINUTE);
    }

    @Test
    void bounds_that_make_no_sense_are_refused() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new TtlRule(10, 0.9, 0.8, MINUTE, MINUTE))
                .withMessage("ttl hit rates 0.9 and 0.8 are not 0 <= low <= high <= 1");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new TtlRule(10, 0.2, 0.8, MINUTE, Duration.ofSeconds(1)));
        assertThatExceptionOfType(UserError.class).isThrownBy(() -> new TtlRule(0, 0.2, 0.8, MINUTE, MINUTE));
    }
}
