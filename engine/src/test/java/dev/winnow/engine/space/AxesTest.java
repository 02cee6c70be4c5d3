package dev.winnow.engine.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class AxesTest {
    @Test
    void steps_are_decimal() {
        assertThat(Axes.stepped("x", 0, 0.5, 0.1).values()).containsExactly(0, 0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(Axes.stepped("x", -1, 1, 0.5).values()).containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThat(Axes.stepped("x", 0, 0.3, 0.1).text(0.1 * 3)).isEqualTo("0.30000000000000004");
        assertThat(Axes.stepped("x", 0, 0.3, 0.1)
                        .text(Axes.stepped("x", 0, 0.3, 0.1).value(3)))
                .isEqualTo("0.3");
    }

    @Test
    void a_range_ends_at_its_last_whole_step() {
        assertThat(Axes.stepped("x", 20, 25, 2).values()).containsExactly(20, 22, 24);
        assertThat(Axes.stepped("x", 7, 7, 3).values()).containsExactly(7);
        assertThat(Axes.stepped("x", 1, 2, 1e9).values()).containsExactly(1);
    }

    @Test
    void a_range_reaches_an_end_missed_by_less_than_a_billionth_of_a_step_and_never_passes_it() {
        assertThat(Axes.stepped("x", 0, 1, 0.3333333333).values())
                .containsExactly(0, 0.3333333333, 0.6666666666, 0.9999999999);
        assertThat(Axes.stepped("x", 0, 1, 0.33333333333334).values())
                .hasSize(4)
                .endsWith(1.0);
        assertThat(Axes.stepped("x", 0, 1, 0.3333334).values()).hasSize(3);
    }

    @Test
    void linear_values_include_both_ends() {
        assertThat(Axes.linear("x", 0, 1, 5).values()).containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(Axes.linear("x", 0.1, 0.7, 3).values()).containsExactly(0.1, 0.4, 0.7);
        assertThat(Axes.linear("x", 0, 1, 4).values()).containsExactly(0, 1.0 / 3, 2.0 / 3, 1);
        assertThat(Axes.linear("x", 3, 9, 1).values()).containsExactly(3);
    }

    @Test
    void logarithmic_values_have_equal_ratios_and_read_well() {
        assertThat(Axes.logarithmic("x", 1, 1000, 4).values()).containsExactly(1, 10, 100, 1000);
        assertThat(Axes.logarithmic("x", 0.001, 10, 5).values()).containsExactly(0.001, 0.01, 0.1, 1, 10);
        assertThat(Axes.logarithmic("x", 2, 2, 1).values()).containsExactly(2);
    }

    @Test
    void lists_flags_and_names_keep_their_order() {
        assertThat(Axes.listed("x", 5, 3, 9).values()).containsExactly(5, 3, 9);
        assertThat(Axes.flags("x", true, false).values()).containsExactly(1, 0);
        Axis mode = Axes.names("mode", List.of("trend", "revert"));
        assertThat(mode.text(mode.value(0))).isEqualTo("trend");
        assertThat(mode.text(mode.value(1))).isEqualTo("revert");
    }

    @Test
    void mistakes_name_the_parameter_the_value_and_the_way_out() {
        assertMistake(
                () -> Axes.stepped("fast", 1, 2, 0), "parameter 'fast': step 0 is not above 0; give a positive step");
        assertMistake(
                () -> Axes.stepped("fast", 1, 2, -1), "parameter 'fast': step -1 is not above 0; give a positive step");
        assertMistake(
                () -> Axes.stepped("fast", 1, 2, Double.NaN),
                "parameter 'fast': step NaN is not above 0; give a positive step");
        assertMistake(() -> Axes.stepped("fast", 3, 2, 1), "parameter 'fast': from 3 is above to 2; swap them");
        assertMistake(
                () -> Axes.stepped("fast", 0, Double.POSITIVE_INFINITY, 1),
                "parameter 'fast': range from 0.0 to Infinity is not finite; give finite numbers");
        assertMistake(
                () -> Axes.stepped("fast", 0, 1e300, 1e-300),
                "parameter 'fast': has more than 10000000 values; widen the step or lower the count");
        assertMistake(
                () -> Axes.linear("fast", 1, 2, 0), "parameter 'fast': count 0 is below 1; ask for at least one value");
        assertMistake(
                () -> Axes.linear("fast", 2, 2, 3), "parameter 'fast': value 2 stands twice; give each value once");
        assertMistake(
                () -> Axes.logarithmic("fast", 0, 2, 3),
                "parameter 'fast': from 0 has no logarithm; give a from above 0, or leave scale out");
        assertMistake(
                () -> Axes.listed("fast", 5, 7, 5), "parameter 'fast': value 5 stands twice; give each value once");
        assertMistake(
                () -> Axes.listed("fast", 0.0, -0.0), "parameter 'fast': value 0 stands twice; give each value once");
        assertMistake(() -> Axes.listed("fast"), "parameter 'fast': has no values; give at least one");
        assertMistake(
                () -> Axes.listed("fast", Double.NaN),
                "parameter 'fast': value NaN is not a finite number; give finite numbers");
        assertMistake(
                () -> Axes.flags("fast", true, true),
                "parameter 'fast': a boolean stands twice in its list; give each value once");
        assertMistake(
                () -> Axes.names("mode", List.of("a", "b", "a")),
                "parameter 'mode': value a stands twice; give each value once");
    }

    private static void assertMistake(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(UserError.class).hasMessage(message);
    }
}
