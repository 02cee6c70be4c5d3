package dev.winnow.cli.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The grids of {@link GridBenchmark} under JMH, forked; milliseconds a whole grid. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class GridKernels {
    /** Position in {@link GridBenchmark#GRIDS}. */
    @Param({"0", "1", "2", "3"})
    public int grid;

    private ScalarGrid scalar;
    private EngineGrid four;
    private EngineGrid all;
    private EngineGrid stops;

    /** Makes the bars and the contenders. */
    @Setup
    public void setUp() {
        Grid chosen = GridBenchmark.GRIDS.get(grid);
        var bars = chosen.walk();
        scalar = new ScalarGrid(bars.close(), chosen, 0.001);
        four = new EngineGrid(bars, chosen, 0.001, EngineGrid.Task.FOUR_METRICS);
        all = new EngineGrid(bars, chosen, 0.001, EngineGrid.Task.ALL_METRICS);
        stops = new EngineGrid(bars, chosen, 0.001, EngineGrid.Task.STOPS_SHORTS_LOTS);
        GridBenchmark.requireEqual(scalar.run(), four.run(), chosen);
    }

    /** The plain loop. */
    @Benchmark
    public double[] scalarLoop() {
        return scalar.run();
    }

    /** The engine, four metrics. */
    @Benchmark
    public double[] fourMetrics() {
        return four.run();
    }

    /** The engine, every metric. */
    @Benchmark
    public double[] allMetrics() {
        return all.run();
    }

    /** The engine with shorts, stops and lots. */
    @Benchmark
    public double[] stopsShortsLots() {
        return stops.run();
    }
}
