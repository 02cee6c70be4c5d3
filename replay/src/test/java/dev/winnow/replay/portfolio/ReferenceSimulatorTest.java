package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Trade.Reason;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Hand-worked cases of the semantics. */
final class ReferenceSimulatorTest {
    private static final Offset<Double> NEAR = within(1e-10);

    /** Rows of open, high, low, close. */
    private static Bars bars(double[]... rows) {
        int n = rows.length;
        long[] time = new long[n];
        double[][] c = new double[5][n];
        for (int t = 0; t < n; t++) {
            time[t] = t;
            for (int k = 0; k < 4; k++) {
                c[k][t] = rows[t][k];
            }
        }
        return new Bars("HAND", false, time, c[0], c[1], c[2], c[3], c[4]);
    }

    private static double[] bar(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    private static final Bars WORKED =
            bars(bar(10, 11, 9, 10), bar(10, 12, 10, 12), bar(12, 13, 11, 11), bar(11, 11, 8, 9), bar(9, 10, 9, 10));

    private static long[] plane(int n, int... set) {
        long[] plane = DecisionPlanes.absent(n);
        for (int t : set) {
            BitPlanes.set(plane, t);
        }
        return plane;
    }

    private static final int[] NEVER = {};

    private static DecisionPlanes planes(int n, int[] enterLong, int[] exitLong, int[] enterShort, int[] exitShort) {
        return new DecisionPlanes(
                n, plane(n, enterLong), plane(n, exitLong), plane(n, enterShort), plane(n, exitShort));
    }

    private static int[] at(int... bars) {
        return bars;
    }

    private static Execution costs(boolean atClose, double fee, double stop, double target, double trailing) {
        return new Execution(1000, atClose, fee, 0, 0, 1, Double.NaN, stop, target, trailing, 0, 0, 252);
    }

    private static final double OFF = Double.NaN;

    @Test
    void the_worked_case_of_the_semantics() {
        Execution execution = costs(false, 0.001, OFF, OFF, OFF);
        Backtest found = ReferenceSimulator.run(WORKED, planes(5, at(0), at(2), NEVER, NEVER), execution);
        assertThat(found.equity())
                .containsExactly(
                        new double[] {1000, 1198.8011988011988, 1098.901098901099, 1097.802197802198, 1097.802197802198
                        },
                        NEAR);
        assertThat(found.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.quantity()).isCloseTo(99.9000999000999, NEAR);
            assertThat(trade.entryBar()).isEqualTo(1);
            assertThat(trade.exitBar()).isEqualTo(3);
            assertThat(trade.reason()).isEqualTo(Reason.SIGNAL);
        });
        assertThat(Performance.of(found, execution, PerformanceMetric.TOTAL_RETURN))
                .isCloseTo(0.0978021978, NEAR);
        assertThat(Performance.of(found, execution, PerformanceMetric.MAX_DRAWDOWN))
                .isCloseTo(1 - 1097.802197802198 / 1198.8011988011988, NEAR);
        assertThat(Performance.of(found, execution, PerformanceMetric.EXPOSURE)).isEqualTo(2.0 / 5);
        assertThat(Performance.of(found, execution, PerformanceMetric.TRADES)).isEqualTo(1);
        assertThat(found.fees()).isCloseTo(2.097902098, within(1e-9));
    }

    @Test
    void a_close_fill_takes_the_deciding_bars_close() {
        Backtest found =
                ReferenceSimulator.run(WORKED, planes(5, at(1), at(3), NEVER, NEVER), costs(true, 0, OFF, OFF, OFF));
        assertThat(found.equity()).containsExactly(new double[] {1000, 1000, 11000 / 12.0, 750, 750}, NEAR);
    }

    @Test
    void an_order_decided_on_the_last_bar_never_fills() {
        Backtest found =
                ReferenceSimulator.run(WORKED, planes(5, at(4), NEVER, NEVER, NEVER), costs(false, 0, OFF, OFF, OFF));
        assertThat(found.trades()).isEmpty();
    }

    @Test
    void both_entries_cancel_each_other() {
        Backtest found =
                ReferenceSimulator.run(WORKED, planes(5, at(0), NEVER, at(0), NEVER), costs(false, 0, OFF, OFF, OFF));
        assertThat(found.trades()).isEmpty();
    }

    @Test
    void a_reversal_is_two_fills_at_one_price() {
        Backtest found =
                ReferenceSimulator.run(WORKED, planes(5, at(0), NEVER, at(1), NEVER), costs(false, 0, OFF, OFF, OFF));
        assertThat(found.trades()).hasSize(2);
        assertThat(found.trades().get(0).reason()).isEqualTo(Reason.REVERSAL);
        assertThat(found.trades().get(0).pnl()).isCloseTo(200, NEAR);
        // short 100 at 12 from cash 1200, marked at 10
        assertThat(found.trades().get(1).quantity()).isCloseTo(100, NEAR);
        assertThat(found.equity()[4]).isCloseTo(1400, NEAR);
    }

    @Test
    void a_stop_on_the_entry_bar_fills_at_the_stop_itself() {
        Backtest found = ReferenceSimulator.run(
                bars(bar(10, 10, 10, 10), bar(10, 10, 8, 9), bar(9, 9, 9, 9)),
                planes(3, at(0), NEVER, NEVER, NEVER),
                costs(false, 0, 0.1, OFF, OFF));
        assertThat(found.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitBar()).isEqualTo(1);
            assertThat(trade.exitPrice()).isCloseTo(9, NEAR);
            assertThat(trade.reason()).isEqualTo(Reason.STOP_LOSS);
        });
    }

    @Test
    void a_gap_through_the_stop_fills_at_the_open() {
        Backtest found = ReferenceSimulator.run(
                bars(bar(10, 10, 10, 10), bar(10, 10, 10, 10), bar(7, 8, 6, 8)),
                planes(3, at(0), NEVER, NEVER, NEVER),
                costs(false, 0, 0.1, OFF, OFF));
        assertThat(found.trades().getFirst().exitPrice()).isEqualTo(7);
    }

    @Test
    void the_stop_wins_over_the_target_in_one_bar() {
        Backtest found = ReferenceSimulator.run(
                bars(bar(10, 10, 10, 10), bar(10, 10, 10, 10), bar(10, 12, 8, 10)),
                planes(3, at(0), NEVER, NEVER, NEVER),
                costs(false, 0, 0.1, 0.1, OFF));
        assertThat(found.trades().getFirst().reason()).isEqualTo(Reason.STOP_LOSS);
    }

    @Test
    void a_bar_never_triggers_the_trailing_stop_on_its_own_extreme() {
        Backtest found = ReferenceSimulator.run(
                bars(bar(10, 10, 10, 10), bar(10, 20, 9.5, 18.5), bar(18.5, 18.5, 17, 17.5)),
                planes(3, at(0), NEVER, NEVER, NEVER),
                costs(false, 0, OFF, OFF, 0.1));
        assertThat(found.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitBar()).isEqualTo(2);
            assertThat(trade.exitPrice()).isCloseTo(18, NEAR);
            assertThat(trade.reason()).isEqualTo(Reason.TRAILING);
        });
    }

    @Test
    void a_short_that_loses_everything_is_ruined() {
        Execution execution = costs(false, 0, OFF, OFF, OFF);
        Backtest found = ReferenceSimulator.run(
                bars(bar(10, 10, 10, 10), bar(10, 10, 10, 10), bar(25, 25, 25, 25), bar(5, 5, 5, 5)),
                planes(4, NEVER, NEVER, at(0), NEVER),
                execution);
        assertThat(found.ruined()).isTrue();
        assertThat(found.equity()).containsExactly(1000, 1000, 0, 0);
        assertThat(found.trades().getFirst().pnl()).isEqualTo(-1000);
        assertThat(Performance.of(found, execution, PerformanceMetric.CAGR)).isEqualTo(-1);
        assertThat(Performance.returns(found.equity(), 1000)).containsExactly(0, 0, -1, 0);
    }

    @Test
    void a_lot_rounds_the_quantity_down() {
        Backtest found = ReferenceSimulator.run(
                WORKED,
                planes(5, at(2), NEVER, NEVER, NEVER),
                new Execution(1000, false, 0, 0, 0, 1, 7, OFF, OFF, OFF, 0, 0, 252));
        // 1000 / 11 = 90.9 shares, 84 in lots of 7
        assertThat(found.trades().getFirst().quantity()).isEqualTo(84);
        assertThat(found.equity()[4]).isCloseTo(1000 - 84 * 11 + 84 * 10, NEAR);
    }
}
