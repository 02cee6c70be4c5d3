package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.expression.RandomExpressions.At;
import dev.winnow.replay.expression.RandomExpressions.Sample;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.KernelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws over random expressions; a failure names its seed, and the seed makes the case again. */
class RandomExpressionsTest {
    private static final int CASES = 400;

    /** Some random expressions compiled together, so that they share parts. */
    private record Case(long seed, List<Sample> samples, Compiler compiler, List<Node> nodes, StrategyPlan plan) {
        static Case of(long seed, Random random, int depth) {
            RandomExpressions expressions = new RandomExpressions(random);
            Compiler compiler = new Compiler(new Graph(RandomExpressions.AXES), SampleIndicators.LOOKUP);
            List<Sample> samples = new ArrayList<>();
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Sample sample = i == 0 ? expressions.column(depth) : expressions.plane(depth);
                samples.add(sample);
                Node node = compiler.compile("text", sample.text(), new StrategyNames(compiler, Map.of()));
                assertThat(compiler.problems())
                        .as("seed %d: %s", seed, sample.text())
                        .isEmpty();
                nodes.add(compiler.graph().spread(Objects.requireNonNull(node)));
            }
            return new Case(seed, samples, compiler, nodes, StrategyPlan.of(compiler.graph(), nodes));
        }

        String text(int i) {
            return "seed " + seed + ": " + samples.get(i).text();
        }
    }

    private static long[] bits(PlaneCursor cursor, Node node, int bars) {
        long[] bits = new long[bars];
        if (node.type() == ValueType.COLUMN) {
            double[] column = cursor.column(node);
            for (int t = 0; t < bars; t++) {
                bits[t] = Double.doubleToLongBits(column[t]);
            }
        } else {
            long[] plane = cursor.plane(node);
            for (int t = 0; t < bars; t++) {
                bits[t] = Double.doubleToLongBits(BitPlanes.get(plane, t) ? 1 : 0);
            }
        }
        return bits;
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int t = 0; t < bits.length; t++) {
            bits[t] = Double.doubleToLongBits(values[t]);
        }
        return bits;
    }

    @Test
    void the_score_of_a_point_is_what_a_plain_interpreter_says() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Sample sample = new RandomExpressions(random).column(4);
            Bars bars = SampleBars.random(random, random.nextInt(301), random.nextBoolean());
            PlaneCursor cursor = StrategyPlan.compileScore(
                            Map.of(), sample.text(), RandomExpressions.AXES, SampleIndicators.LOOKUP)
                    .bind(bars, random.nextInt(3) * 3000L)
                    .cursor();
            for (int point = 0; point < 4; point++) {
                double[] values = new RandomExpressions(random).point();
                try {
                    assertThat(bits(cursor.score(values)))
                            .as("seed %d: %s", seed, sample.text())
                            .isEqualTo(bits(sample.meaning().of(new At(bars, values))));
                } catch (PointFailure impossible) {
                    // the law of impossible points is another test's
                }
            }
        }
    }

    @Test
    void a_plan_says_what_a_plain_interpreter_says() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Case made = Case.of(seed, random, 4);
            Bars bars = SampleBars.random(random, random.nextInt(301), random.nextBoolean());
            BoundStrategy bound = made.plan.bind(
                    bars,
                    KernelChoice.forWork(new double[] {0, 1e9, 1e12}[(int) (seed % 3)]),
                    random.nextInt(3) * 3000L);
            PlaneCursor cursor = bound.cursor();
            for (int point = 0; point < 6; point++) {
                double[] values = new RandomExpressions(random).point();
                cursor.move(values);
                for (int i = 0; i < made.nodes.size(); i++) {
                    assertThat(bits(cursor, made.nodes.get(i), bars.size()))
                            .as(made.text(i))
                            .isEqualTo(bits(made.samples.get(i).meaning().of(new At(bars, values))));
                }
            }
        }
    }

    @Test
    void a_stream_says_what_the_plan_says() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Case made = Case.of(seed, random, 4);
            Bars bars = SampleBars.random(random, random.nextInt(151), random.nextBoolean());
            double[] values = new RandomExpressions(random).point();
            PlaneCursor cursor = made.plan.bind(bars, 1 << 20).cursor();
            cursor.move(values);
            StrategyStream stream = new StrategyStream(made.plan.nodes(), made.plan.roots(), made.plan.at(values));
            long[][] seen = new long[made.nodes.size()][bars.size()];
            Bar bar = new Bar();
            for (int t = 0; t < bars.size(); t++) {
                bar.set(bars, t);
                stream.next(bar);
                for (int i = 0; i < seen.length; i++) {
                    seen[i][t] = Double.doubleToLongBits(stream.value(i));
                }
            }
            for (int i = 0; i < seen.length; i++) {
                assertThat(seen[i]).as(made.text(i)).isEqualTo(bits(cursor, made.nodes.get(i), bars.size()));
            }
        }
    }

    @Test
    void no_value_changes_when_the_future_is_cut_off_or_changed() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Case made = Case.of(seed, random, 4);
            int size = 1 + random.nextInt(200);
            Bars bars = SampleBars.random(random, size, true);
            int cut = random.nextInt(size + 1);
            double[] point = new RandomExpressions(random).point();
            PlaneCursor whole = made.plan.bind(bars, 1 << 20).cursor();
            PlaneCursor past = made.plan.bind(bars.slice(0, cut), 1 << 20).cursor();
            PlaneCursor other =
                    made.plan.bind(changed(bars, cut, random), 1 << 20).cursor();
            whole.move(point);
            past.move(point);
            other.move(point);
            for (int i = 0; i < made.nodes.size(); i++) {
                Node node = made.nodes.get(i);
                long[] seen = bits(whole, node, cut);
                assertThat(bits(past, node, cut)).as(made.text(i)).isEqualTo(seen);
                assertThat(bits(other, node, cut)).as(made.text(i)).isEqualTo(seen);
            }
        }
    }

    /** The same bars up to the cut, others from there on. */
    private static Bars changed(Bars bars, int cut, Random random) {
        Bars other = SampleBars.random(random, bars.size(), true);
        return new Bars(
                bars.symbol(),
                true,
                bars.time(),
                joined(bars.open(), other.open(), cut),
                joined(bars.high(), other.high(), cut),
                joined(bars.low(), other.low(), cut),
                joined(bars.close(), other.close(), cut),
                joined(bars.volume(), other.volume(), cut));
    }

    private static double[] joined(double[] past, double[] future, int cut) {
        double[] column = future.clone();
        System.arraycopy(past, 0, column, 0, cut);
        return column;
    }

    @Test
    void canonical_text_compiles_to_the_same_node() {
        for (long seed = 0; seed < CASES; seed++) {
            Case made = Case.of(seed, new Random(seed), 5);
            StrategyNames names = new StrategyNames(made.compiler, Map.of());
            for (int i = 0; i < made.nodes.size(); i++) {
                Node node = made.nodes.get(i);
                String text = CanonicalText.of(node);
                if (text.length() > ExpressionReader.MAX_LENGTH) {
                    continue;
                }
                Node again = made.compiler.compile("text", text, names);
                assertThat(made.compiler.problems())
                        .as("%s%n%s", made.text(i), text)
                        .isEmpty();
                assertThat(made.compiler.graph().spread(Objects.requireNonNull(again)))
                        .as("%s%n%s", made.text(i), text)
                        .isSameAs(node);
            }
        }
    }
}
