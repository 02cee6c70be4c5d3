package dev.winnow.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.engine.workload.Metric.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers that charts work out: neighbours, drawdowns, thinning, break-even, levels. */
final class FiguresOfChartsTest {
    private static final double NAN = Double.NaN;

    private static final Quantity SHARPE = new Quantity("sharpe", Unit.RATIO);

    private static HeatMap map(int columns, int rows, boolean higher, double... cells) {
        List<String> across =
                IntStream.range(0, columns).mapToObj(Integer::toString).toList();
        List<String> up = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
        return new HeatMap("x", across, "y", up, SHARPE, cells, higher);
    }

    @Test
    void the_worst_of_neighbours_is_the_lowest_in_reach_and_blank_cells_stay_blank() {
        HeatMap map = map(3, 3, true, 1, 2, 3, 4, NAN, 6, 7, 8, 9);
        assertThat(map.worstOfNeighbours().cells()).containsExactly(1, 1, 2, 1, NAN, 2, 4, 4, 6);
        HeatMap lower = map(3, 1, false, 1, 5, 2);
        assertThat(lower.worstOfNeighbours().cells()).containsExactly(5, 5, 5);
    }

    @Test
    void the_best_cell_of_a_heat_map_is_told_with_its_steps() {
        assertThat(map(2, 2, true, 1, 2, NAN, 0.5).alt())
                .contains("best 2 at x 1, y 0")
                .contains("at worst 0.5");
        assertThat(map(2, 2, false, 1, 2, NAN, 0.5).alt())
                .contains("best 0.5 at x 1, y 1")
                .contains("at worst 2");
    }

    @Test
    void blocks_are_means_of_the_cells_that_have_a_value() {
        Grid grid = new Grid(3, 2, new double[] {1, 2, 5, 3, NAN, 7});
        assertThat(grid.blocks(2, 2).cells()).containsExactly(2, 6);
        assertThat(new Grid(1, 1, new double[] {NAN}).blocks(2, 2).cells()).containsExactly(NAN);
    }

    @Test
    void arrays_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> map(2, 2, true, 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cells: 3, but steps: 4");
    }

    @Test
    void growth_is_relative_to_the_first_value_and_drawdown_to_the_highest_so_far() {
        double[] growth = EquitySheet.growth(new double[] {NAN, 50, 100, 75, -1, 120});
        assertThat(growth).containsExactly(NAN, 1, 2, 1.5, NAN, 2.4);
        assertThat(EquitySheet.drawdown(growth)).containsExactly(NAN, 0, 0, -0.25, NAN, 0);
        assertThat(EquitySheet.worst(growth)).isEqualTo(-0.25);
        assertThat(EquitySheet.worst(new double[0])).isZero();
    }

    @Test
    void a_thinned_line_keeps_its_ends_and_its_extremes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 50; run++) {
            double[] values = random.doubles(1 + random.nextInt(5000))
                    .map(v -> v < 0.05 ? NAN : v)
                    .toArray();
            int stretches = 1 + random.nextInt(40);
            int[] kept = Downsample.positions(values, stretches);
            String of = "seed " + seed + ", run " + run;
            assertThat(kept.length).as(of).isLessThanOrEqualTo(4 * stretches);
            assertThat(kept)
                    .as(of)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .startsWith(0)
                    .endsWith(values.length - 1);
            double[] thinned = Arrays.stream(kept)
                    .mapToDouble(i -> values[i])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double[] all = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
            assertThat(Arrays.stream(thinned).max())
                    .as(of)
                    .isEqualTo(Arrays.stream(all).max());
            assertThat(Arrays.stream(thinned).min())
                    .as(of)
                    .isEqualTo(Arrays.stream(all).min());
        }
    }

    @Test
    void break_even_lies_where_the_line_on_logarithmic_axes_meets_one() {
        assertThat(SpeedUp.breakEven(new double[] {1, 100}, new double[] {0.1, 10}))
                .isCloseTo(10, within(1e-9));
        assertThat(SpeedUp.breakEven(new double[] {1, 10}, new double[] {2, 3})).isNaN();
        assertThat(SpeedUp.breakEven(new double[] {1, 10, 20}, new double[] {0.5, NAN, 2}))
                .isNaN();
    }

    @Test
    void better_values_are_never_darker() {
        double[] values = {3, 1, 2, 8, NAN, 5};
        for (boolean higher : new boolean[] {true, false}) {
            Ramp ramp = Ramp.of(values, higher);
            int[] levels = Arrays.stream(values)
                    .filter(Extent::drawable)
                    .sorted()
                    .mapToInt(ramp::level)
                    .toArray();
            assertThat(levels[higher ? 4 : 0]).isEqualTo(Ramp.LEVELS - 1);
            for (int i = 1; i < levels.length; i++) {
                assertThat(higher ? levels[i] : levels[i - 1])
                        .isGreaterThanOrEqualTo(higher ? levels[i - 1] : levels[i]);
            }
        }
    }

    @Test
    void one_wretched_point_does_not_take_all_colours() {
        Ramp ramp = Ramp.of(new double[] {-1000, 0, 1, 2, 3}, true);
        assertThat(ramp.extent()).isEqualTo(new Extent(-5, 3));
        assertThat(ramp.level(-1000)).isZero();
    }

    @Test
    void quantiles_lie_between_neighbours() {
        assertThat(Quantiles.of(new double[] {4, NAN, 1, 2, 3}, 0.5)).isEqualTo(2.5);
        assertThat(Quantiles.of(new double[] {NAN}, 0.5)).isNaN();
    }

    @Test
    void a_roof_needs_peaks() {
        assertThatThrownBy(() -> new Roofline(0, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_best_points_are_lines() {
        assertThat(Gallery.charts().get("parallel").alt()).contains("best 300 points");
    }
}
