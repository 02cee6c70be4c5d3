package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every indicator of the registry, called from an expression. */
class IndicatorCallsTest {
    private static final List<Axis> AXES = List.of(Axis.numbers("w", 2, 3, 9), Axis.numbers("v", 4, 5));

    private static String call(Indicator indicator, boolean swept) {
        return indicator.arguments().stream()
                .filter(argument -> swept || !argument.optional())
                .map(argument -> switch (argument.type()) {
                    case COLUMN -> "close";
                    case WINDOW -> swept ? "w" : "4";
                    case NUMBER -> argument.optional() ? CanonicalText.number(argument.defaultValue()) : "0.5";
                })
                .collect(Collectors.joining(", ", indicator.name() + "(", ")"));
    }

    @Test
    void every_indicator_can_be_called_and_looks_at_the_past_alone() {
        for (Indicator indicator : Indicators.all()) {
            for (boolean swept : new boolean[] {false, true}) {
                Compiler compiler = new Compiler(new Graph(AXES), IndicatorLookup.of(Indicators.all()));
                String text = call(indicator, swept);
                Node compiled = compiler.compile("text", text, new StrategyNames(compiler, Map.of()));
                assertThat(compiler.problems()).as(text).isEmpty();
                Node node = Objects.requireNonNull(compiled);
                StrategyPlan plan = StrategyPlan.of(compiler.graph(), List.of(node));
                Random random = new Random(indicator.name().hashCode());
                Bars bars = SampleBars.random(random, 150, true);
                PlaneCursor whole = plan.bind(bars, 1 << 20).cursor();
                for (int cut : new int[] {0, 1, 7, 64, 100}) {
                    PlaneCursor past = plan.bind(bars.slice(0, cut), 1 << 20).cursor();
                    double[] point = {random.nextInt(2, 10), 4};
                    whole.move(point);
                    past.move(point);
                    assertThat(Arrays.equals(past.column(node), Arrays.copyOf(whole.column(node), cut)))
                            .as("%s cut at %d", text, cut)
                            .isTrue();
                }
            }
        }
    }
}
