package dev.winnow.replay.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.RandomExpressions;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.Order;
import dev.winnow.replay.portfolio.RandomMarket;
import dev.winnow.replay.portfolio.ReferenceSimulator;
import dev.winnow.replay.portfolio.Trade;
import dev.winnow.replay.portfolio.Trade.Reason;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stream is the batch run on the same bars; a failure names its seed, and the seed makes the case again. */
class StreamedBacktestTest {
    private static final int CASES = 400;
    private static final double SUMS = 1e-9;

    /** Keeps what a stream tells, in the shape of the batch. */
    private static final class Told implements StreamListener {
        private final List<Trade> trades = new ArrayList<>();
        private final List<String> orders = new ArrayList<>();
        private int opened;

        @Override
        public void decided(long t, Bar bar, Order order) {
            orders.add(t + " " + order);
        }

        @Override
        public void opened(Entry entry) {
            opened++;
        }

        @Override
        public void closed(Entry entry, long t, Bar bar, double price, double pnl, Reason reason) {
            add(entry, (int) t, price, pnl, reason);
        }

        void add(Entry entry, int t, double price, double pnl, Reason reason) {
            trades.add(new Trade(
                    entry.side(),
                    (int) entry.bar(),
                    t,
                    entry.price(),
                    price,
                    entry.quantity(),
                    entry.cashBefore(),
                    pnl,
                    reason));
        }
    }

    private static int size(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 1 + random.nextInt(3);
            case 1 -> 63 + random.nextInt(3);
            case 2 -> 1 + random.nextInt(3000);
            default -> 1 + random.nextInt(400);
        };
    }

    /** What the planes ask for at every close, given the side that the trades say was held. */
    private static List<String> orders(DecisionPlanes planes, List<Trade> trades) {
        int[] sides = new int[planes.bars()];
        for (Trade trade : trades) {
            int end = trade.exitBar() < 0 ? sides.length : trade.exitBar();
            Arrays.fill(sides, trade.entryBar(), Math.max(trade.entryBar(), end), trade.side());
        }
        List<String> orders = new ArrayList<>();
        for (int t = 0; t < sides.length; t++) {
            boolean buy = BitPlanes.get(planes.enterLong(), t);
            boolean sell = BitPlanes.get(planes.enterShort(), t);
            if (buy && !sell && sides[t] <= 0) {
                orders.add(t + " LONG");
            } else if (sell && !buy && sides[t] >= 0) {
                orders.add(t + " SHORT");
            } else if (sides[t] != 0 && BitPlanes.get(sides[t] > 0 ? planes.exitLong() : planes.exitShort(), t)) {
                orders.add(t + " CLOSE");
            }
        }
        return orders;
    }

    @Test
    void decisions_trades_and_counts_are_those_of_the_batch_and_sums_agree() {
        int trades = 0;
        int stopped = 0;
        int orders = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Bars bars = RandomMarket.bars(random, size(random));
            StrategyPlan plan = StrategyPlan.compile(
                    new RandomStrategies(random).strategy(random.nextBoolean()),
                    RandomExpressions.AXES,
                    IndicatorLookup.of(Indicators.all()));
            double[] point = new RandomExpressions(random).point();
            Execution execution = RandomMarket.execution(random);
            DecisionPlanes planes = plan.bind(bars, 1 << 20).cursor().planes(point);
            Backtest batch = ReferenceSimulator.run(bars, planes, execution);
            Told told = new Told();
            StreamedBacktest stream = new StreamedBacktest(plan.stream(point), execution, told);
            Bar bar = new Bar();
            for (int t = 0; t < bars.size(); t++) {
                bar.set(bars, t);
                stream.next(bar);
            }
            Entry open = stream.open();
            if (open != null) {
                told.add(open, -1, bar.close(), stream.openPnl(), Reason.OPEN);
            }
            assertThat(told.trades).as("seed %d", seed).isEqualTo(batch.trades());
            assertThat(told.opened).as("seed %d", seed).isEqualTo(told.trades.size());
            if (!execution.fillAtClose() && !batch.ruined()) {
                assertThat(told.orders).as("seed %d", seed).isEqualTo(orders(planes, batch.trades()));
                orders += told.orders.size();
            }
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                double expected = Performance.of(batch, execution, metric);
                double found = Performance.value(metric, stream.tally(), execution);
                if (Double.isNaN(expected)) {
                    assertThat(found).as("seed %d, %s", seed, metric).isNaN();
                } else {
                    assertThat(found)
                            .as("seed %d, %s", seed, metric)
                            .isCloseTo(expected, within(SUMS * Math.max(1, Math.abs(expected))));
                }
            }
            trades += told.trades.size();
            stopped += (int) told.trades.stream()
                    .filter(trade -> trade.reason() == Reason.STOP_LOSS || trade.reason() == Reason.TRAILING)
                    .count();
        }
        assertThat(trades).isGreaterThan(CASES);
        assertThat(stopped).isPositive();
        assertThat(orders).isGreaterThan(CASES);
    }
}
