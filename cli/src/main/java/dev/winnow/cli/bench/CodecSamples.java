package dev.winnow.cli.bench;

import dev.winnow.engine.artifact.ArtifactType;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.PlaneKernels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Payloads as a sweep of moving averages keeps them, the same in every run. */
public final class CodecSamples {
    private static final Grid GRID = Grid.pairs(50_000, 10, 25);
    private static final int NOISE_BYTES = 4 << 20;

    private CodecSamples() {}

    /** The payloads by what they hold: signals (bit planes of crossings), columns (averages), noise. */
    public static Map<String, byte[]> all() {
        double[][] averages = averages(GRID.walk());
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("signals", ArtifactType.LONGS.encode(crossings(averages)));
        samples.put("columns", ArtifactType.DOUBLES.encode(averages));
        byte[] noise = new byte[NOISE_BYTES];
        new Random(1).nextBytes(noise);
        samples.put("noise", noise);
        return samples;
    }

    private static double[][] averages(Bars bars) {
        Indicator sma = Objects.requireNonNull(Indicators.find("sma"));
        double[][] averages = new double[GRID.windows()][bars.size()];
        for (int k = 0; k < averages.length; k++) {
            double[] window = {GRID.from() + k};
            sma.kernel().compute(bars, new double[][] {bars.close()}, window, averages[k]);
        }
        return averages;
    }

    /** Where each average crosses each slower one: above, then below. */
    private static long[][] crossings(double[][] averages) {
        PlaneKernels kernels = KernelChoice.forWork((double) GRID.barPoints()).kernels();
        long[][] planes = new long[2 * GRID.points()][BitPlanes.words(GRID.bars())];
        int at = 0;
        for (int fast = 0; fast < averages.length; fast++) {
            for (int slow = fast + 1; slow < averages.length; slow++) {
                kernels.crosses(averages[fast], averages[slow], GRID.bars(), planes[at++], planes[at++]);
            }
        }
        return planes;
    }
}
