package dev.winnow.cli.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.Examples;
import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.console.Console;
import dev.winnow.replay.expression.BoundStrategy;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No decision of a shipped example knows the future, at points all over its space. */
class ExamplesLookBackOnlyTest {
    private static final long CACHE_BYTES = 1 << 26;
    private static final int CUTS = 6;
    private static final int POINTS = 8;

    static List<Path> examples() {
        return Examples.backtests();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void no_decision_changes_when_the_future_is_cut_off_or_changed(Path example) {
        ReadySpec ready = ReadySpec.of(SpecReader.read(example, Overrides.NONE));
        Bars bars =
                ready.loaded(Console.plain(System.out, System.err)).getFirst().bars();
        StrategyPlan plan = ready.plan();
        Random random = new Random(example.getFileName().toString().hashCode());
        boolean[] decided = new boolean[2];
        for (int i = 0; i < CUTS; i++) {
            // early ones too, where windows are not yet full
            int cut = random.nextInt(i % 2 == 0 ? bars.size() : 300);
            BoundStrategy whole = plan.bind(bars, CACHE_BYTES);
            BoundStrategy past = plan.bind(bars.slice(0, cut), CACHE_BYTES);
            BoundStrategy other = plan.bind(changed(bars, cut, random), CACHE_BYTES);
            for (int p = 0; p < POINTS; p++) {
                double[] point = RandomPoint.of(ready, random);
                DecisionPlanes seen = whole.cursor().planes(point);
                DecisionPlanes changed = other.cursor().planes(point);
                List<List<Integer>> decisions = decisions(seen, 0, cut);
                String where = "cut at bar " + cut + ", point " + Arrays.toString(point);
                assertThat(decisions(past.cursor().planes(point), 0, cut))
                        .as(where)
                        .isEqualTo(decisions);
                assertThat(decisions(changed, 0, cut)).as(where).isEqualTo(decisions);
                decided[0] |= decisions.stream().anyMatch(plane -> !plane.isEmpty());
                decided[1] |= !decisions(changed, cut, bars.size()).equals(decisions(seen, cut, bars.size()));
            }
        }
        assertThat(decided)
                .as("something was decided before a cut, and something else after one")
                .containsOnly(true);
    }

    /** The same bars up to the cut; from there on each with the prices of some other bar. */
    private static Bars changed(Bars bars, int cut, Random random) {
        int[] rows = IntStream.range(0, bars.size())
                .map(t -> t < cut ? t : random.nextInt(bars.size()))
                .toArray();
        return new Bars(
                bars.symbol(),
                bars.timed(),
                bars.time(),
                rows(bars.open(), rows),
                rows(bars.high(), rows),
                rows(bars.low(), rows),
                rows(bars.close(), rows),
                rows(bars.volume(), rows));
    }

    private static double[] rows(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    /** For each plane the bars from (inclusive) to (exclusive) on which it is set. */
    private static List<List<Integer>> decisions(DecisionPlanes planes, int from, int to) {
        return Stream.of(planes.enterLong(), planes.exitLong(), planes.enterShort(), planes.exitShort())
                .map(plane -> IntStream.range(from, to)
                        .filter(bar -> BitPlanes.get(plane, bar))
                        .boxed()
                        .toList())
                .toList();
    }
}
