package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.space.Axis;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScalarExpressionTest {
    private static final List<Axis> AXES = List.of(
            Axis.numbers("fast", 5, 10),
            Axis.numbers("slow", 10, 20),
            Axis.names("mode", List.of("trend", "revert")),
            Axis.flags("both", true, false));

    @Test
    void a_condition_on_parameters_reads_them_by_name() {
        ScalarExpression where = ScalarExpression.ofParameters(
                "where", "fast < slow and (mode == \"trend\" or not both) and if(both, fast, 2 * fast) <= 10", AXES);
        assertThat(where.allows(new double[] {5, 10, 0, 1})).isTrue();
        assertThat(where.allows(new double[] {10, 10, 0, 1})).isFalse();
        assertThat(where.allows(new double[] {5, 10, 1, 1})).isFalse();
        assertThat(where.allows(new double[] {5, 10, 1, 0})).isTrue();
        assertThat(where.allows(new double[] {10, 20, 1, 0})).isFalse();
        assertThat(where.names()).containsExactlyInAnyOrder("fast", "slow", "mode", "both");
    }

    @Test
    void a_condition_on_metrics_is_false_where_one_is_undefined() {
        List<String> metrics = List.of("sharpe", "trades", "max_drawdown");
        ScalarExpression require =
                ScalarExpression.ofMetrics("require", "trades >= 10 and max_drawdown < 0.6", metrics);
        double[] rows = {1, 10, 0.5, 1, 9, 0.5, 1, 10, Double.NaN};
        assertThat(require.holds(rows, 0)).isTrue();
        assertThat(require.holds(rows, 3)).isFalse();
        assertThat(require.holds(rows, 6)).isFalse();
        assertThat(require.names()).containsExactlyInAnyOrder("trades", "max_drawdown");
        assertThat(ScalarExpression.ofMetrics("require", "sharpe != 1", metrics)
                        .holds(new double[] {Double.NaN, 0, 0}, 0))
                .isFalse();
    }

    @Test
    void what_needs_bars_is_refused() {
        assertThatThrownBy(() -> ScalarExpression.ofParameters("where", "close > fast", AXES))
                .isInstanceOf(InvalidExpressions.class)
                .hasMessageStartingWith("where, column 1: unknown name 'close'");
        assertThatThrownBy(() -> ScalarExpression.ofParameters("where", "lag(fast, 1) > slow", AXES))
                .hasMessage("where, column 5: 'lag' takes a column here, but 'fast' is a number");
        assertThatThrownBy(() -> ScalarExpression.ofParameters("where", "hour() > slow", AXES))
                .hasMessage("where, column 1: 'hour' needs bars, which there are none of here");
        assertThatThrownBy(() -> ScalarExpression.ofParameters("where", "fast", AXES))
                .hasMessage("where, column 1: a condition is wanted, but this is a number");
        assertThatThrownBy(() -> ScalarExpression.ofMetrics("require", "trade > 1", List.of("trades", "sharpe")))
                .hasMessage("require, column 1: unknown name 'trade'; did you mean 'trades'?");
        assertThatThrownBy(() -> ScalarExpression.ofParameters("where", "mode == 'trand'", AXES))
                .hasMessage("where, column 9: parameter 'mode' never is 'trand'; did you mean 'trend'?");
    }

    @Test
    void random_conditions_say_what_a_plain_interpreter_says() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            RandomExpressions expressions = new RandomExpressions(random);
            RandomExpressions.Sample sample = expressions.flag(5);
            ScalarExpression compiled = ScalarExpression.ofParameters("where", sample.text(), RandomExpressions.AXES);
            for (int i = 0; i < 8; i++) {
                double[] point = expressions.point();
                double wanted = sample.meaning().of(new RandomExpressions.At(SampleBars.of(1), point))[0];
                assertThat(compiled.allows(point))
                        .as("seed %d: %s", seed, sample.text())
                        .isEqualTo(wanted != 0);
            }
        }
    }
}
