package dev.winnow.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.expression.ExpressionProblem;
import dev.winnow.replay.expression.InvalidExpressions;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.market.SyntheticSpec;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalStrategyTest {
    private static final Bars BARS = MarketData.load(
                    DataSpec.of(SyntheticSpec.of(300, 1)), Path.of(""), Path.of("target/columns"))
            .getFirst()
            .bars();

    private static SignalSource of(SignalRule rule, @Nullable String where, Axis... axes) {
        return new SignalSource("tested", List.of(axes), where, rule);
    }

    private static SignalRule position(String text) {
        return new SignalRule.Planes(new StrategySource(Map.of(), null, null, null, null, text));
    }

    private static Signal signal(SignalRule rule, Axis axis) {
        return SignalStrategy.compile(of(rule, null, axis))
                .bind(BARS, 1 << 20, SharedValues.COMPUTED)
                .cursor()
                .signal(new double[] {axis.value(0)});
    }

    @Test
    void a_score_is_clamped_and_nan_is_0() {
        Signal.Score score = (Signal.Score)
                signal(new SignalRule.Score(Map.of("mean", "sma(close, w)"), "close - mean"), Axis.numbers("w", 5));
        for (int t = 0; t < BARS.size(); t++) {
            double mean = 0;
            for (int i = t - 4; i <= t; i++) {
                mean += i < 0 ? Double.NaN : BARS.close()[i] / 5;
            }
            double value = t < 4 ? 0 : Math.clamp(BARS.close()[t] - mean, -1.0, 1.0);
            assertThat(score.values()[t])
                    .as("bar %s", t)
                    .isCloseTo(value, org.assertj.core.api.Assertions.within(1e-9));
        }
        assertThat(score.values()).contains(-1, 1);
    }

    @Test
    void the_sign_of_a_score_is_the_side_that_the_same_expression_as_a_position_enters() {
        Axis window = Axis.numbers("w", 14);
        String text = "(50 - rsi(close, w)) / 50";
        Signal.Score score = (Signal.Score) signal(new SignalRule.Score(Map.of(), text), window);
        Signal.Planes planes = (Signal.Planes) signal(position(text), window);
        for (int t = 0; t < BARS.size(); t++) {
            assertThat(Math.signum(score.values()[t]))
                    .as("bar %s", t)
                    .isEqualTo(
                            BitPlanes.get(planes.planes().enterLong(), t)
                                    ? 1
                                    : BitPlanes.get(planes.planes().enterShort(), t) ? -1 : 0);
        }
    }

    @Test
    void settings_are_those_that_the_condition_allows() {
        SignalStrategy strategy = SignalStrategy.compile(
                of(position("fast - slow"), "fast < slow", Axis.numbers("fast", 1, 5), Axis.numbers("slow", 3, 9)));

        assertThat(strategy.space().size()).isEqualTo(3);
        assertThat(strategy.parameters()).containsExactly("fast", "slow");
    }

    @Test
    void problems_of_rule_and_condition_are_told_together() {
        SignalRule rule = new SignalRule.Score(Map.of("x", "closee"), "close > x");
        InvalidExpressions invalid = catchThrowableOfType(
                InvalidExpressions.class, () -> SignalStrategy.compile(of(rule, "p + 1", Axis.numbers("p", 1))));
        assertThat(invalid.problems()).extracting(ExpressionProblem::key).containsExactly("let.x", "where");
        InvalidExpressions condition = catchThrowableOfType(
                InvalidExpressions.class,
                () -> SignalStrategy.compile(of(new SignalRule.Score(Map.of(), "close > 1"), null)));
        assertThat(condition.problems())
                .extracting(ExpressionProblem::message)
                .containsExactly(
                        "a number is wanted (above 0 for long, below 0 for short), but this is a boolean column");
    }
}
