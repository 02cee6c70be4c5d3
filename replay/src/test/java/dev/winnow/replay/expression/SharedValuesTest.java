package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.artifact.ArtifactKey;
import dev.winnow.engine.artifact.ArtifactStore;
import dev.winnow.engine.artifact.ArtifactType;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.artifact.StoreSettings;
import dev.winnow.engine.space.Axis;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
    private static final StrategySource CROSS = new StrategySource(
            Map.of(),
            "crosses_above(sma(close, fast), sma(close, slow)) and close > sma(close, floor)",
            "crosses_below(sma(close, fast), sma(close, slow)) or rising(high, 2)",
            null,
            null,
            null);

    /** A real store, and the keys that it was asked for. */
    private static final class Asked implements Artifacts {
        private final ArtifactStore store = new ArtifactStore(StoreSettings.DEFAULT.withHeapBytes(1 << 24));
        private final List<String> keys = new ArrayList<>();
        private int computed;

        @Override
        public <T> T get(ArtifactKey key, ArtifactType<T> type, Supplier<? extends T> compute) {
            keys.add(key.hash());
            return store.get(key, type, () -> {
                computed++;
                return compute.get();
            });
        }
    }

    private static List<Axis> axes(double floor) {
        return List.of(Axis.numbers("fast", 2, 3), Axis.numbers("slow", 3, 5, 8), Axis.numbers("floor", floor));
    }

    private static List<DecisionPlanes> planes(Bars bars, double floor, SharedValues values) {
        List<Axis> axes = axes(floor);
        PlaneCursor cursor = StrategyPlan.compile(CROSS, axes, SampleIndicators.LOOKUP)
                .bind(bars, 1 << 24, values)
                .cursor();
        List<DecisionPlanes> planes = new ArrayList<>();
        for (double fast : axes.get(0).values()) {
            for (double slow : axes.get(1).values()) {
                DecisionPlanes at = cursor.planes(new double[] {fast, slow, floor});
                planes.add(new DecisionPlanes(
                        at.bars(),
                        at.enterLong().clone(),
                        at.exitLong().clone(),
                        at.enterShort().clone(),
                        at.exitShort().clone()));
            }
        }
        return planes;
    }

    private static void same(List<DecisionPlanes> actual, List<DecisionPlanes> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).enterLong()).isEqualTo(expected.get(i).enterLong());
            assertThat(actual.get(i).exitLong()).isEqualTo(expected.get(i).exitLong());
        }
    }

    @Test
    void a_second_run_computes_nothing_and_gives_the_same_bits() {
        Bars bars = SampleBars.random(new Random(1), 300, false);
        List<DecisionPlanes> computed = planes(bars, 4, SharedValues.COMPUTED);
        Asked asked = new Asked();

        same(planes(bars, 4, new SharedValues(asked, "1", "d")), computed);
        int first = asked.computed;
        same(planes(bars, 4, new SharedValues(asked, "1", "d")), computed);

        assertThat(first).isEqualTo(asked.keys.size() / 2).isGreaterThan(5);
        assertThat(asked.computed).isEqualTo(first);
        assertThat(asked.keys).hasSize(2 * first);
        assertThat(asked.keys.stream().distinct()).hasSize(first);
    }

    @Test
    void other_bars_other_code_and_another_value_of_a_fixed_parameter_are_other_values() {
        Bars bars = SampleBars.random(new Random(2), 300, false);
        Asked asked = new Asked();
        planes(bars, 4, new SharedValues(asked, "1", "d"));
        int first = asked.computed;

        Bars others = SampleBars.random(new Random(3), 300, false);
        same(planes(others, 4, new SharedValues(asked, "1", "e")), planes(others, 4, SharedValues.COMPUTED));
        assertThat(asked.computed).isEqualTo(2 * first);

        planes(bars, 4, new SharedValues(asked, "2", "d"));
        assertThat(asked.computed).isEqualTo(3 * first);

        same(planes(bars, 7, new SharedValues(asked, "1", "d")), planes(bars, 7, SharedValues.COMPUTED));
        assertThat(asked.computed).isGreaterThan(3 * first).isLessThan(4 * first);
    }
}
