package dev.winnow.cli.bench;

import dev.winnow.cli.bench.EngineGrid.Task;
import dev.winnow.replay.market.Bars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What several threads make of some work.
 *
 * @param threads double[positions]: how many
 * @param rates double[positions]: what all threads together do in a second
 */
public record ThreadScaling(double[] threads, double[] rates) {
    private static final double FEE = 0.001;
    private static final long TIMED_NANOS = 500_000_000L;

    /** 1, 2, 4, ..., and all that the machine has. */
    public static List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        int all = Runtime.getRuntime().availableProcessors();
        for (int threads = 1; threads < all; threads *= 2) {
            counts.add(threads);
        }
        counts.add(all);
        return counts;
    }

    /** What they make of a grid when each sweeps the whole of it, in million bar-points a second. */
    static ThreadScaling measure(Grid grid) {
        List<Integer> counts = counts();
        Bars bars = grid.walk();
        return new ThreadScaling(
                counts.stream().mapToDouble(Integer::doubleValue).toArray(),
                counts.stream().mapToDouble(count -> rate(bars, grid, count)).toArray());
    }

    private static double rate(Bars bars, Grid grid, int threads) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Callable<Double> sweeps = () -> sweepsANano(new EngineGrid(bars, grid, FEE, Task.FOUR_METRICS));
            double sum = 0;
            for (Future<Double> one : pool.invokeAll(Collections.nCopies(threads, sweeps))) {
                sum += one.get();
            }
            return 1e3 * grid.barPoints() * sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static double sweepsANano(EngineGrid grid) {
        grid.run();
        int sweeps = 0;
        long began = System.nanoTime();
        do {
            grid.run();
            sweeps++;
        } while (System.nanoTime() - began < TIMED_NANOS);
        return (double) sweeps / (System.nanoTime() - began);
    }
}
