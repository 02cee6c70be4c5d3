package dev.winnow.replay.recording;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Signals without a strategy behind them, and their recording. */
record RandomRecording(RecordingHead head, List<RecordedSetting> settings, List<Signal> signals, List<long[]> times) {
    private static final int SETTINGS = 6;

    static RandomRecording of(long seed, int quantize) {
        Random random = new Random(seed);
        List<RecordedSymbol> symbols = new ArrayList<>();
        List<long[]> times = new ArrayList<>();
        int[] sizes = {1, 63, 64, 65, 128, 129, 1 + random.nextInt(500)};
        for (int i = 0; i <= random.nextInt(2); i++) {
            int bars = sizes[random.nextInt(sizes.length)];
            symbols.add(new RecordedSymbol("S" + i, bars, random.nextBoolean(), 252, "d" + i));
            times.add(times(random, bars));
        }
        SignalSource rules = new SignalSource(
                "rules",
                List.of(Axis.numbers("x", 1, -0.0, 1e300, 0.1), Axis.names("how", List.of("a", "b"))),
                "x < 9",
                new SignalRule.Planes(
                        new StrategySource(Map.of("k", "close"), "close > 1", null, "k < 2", null, null)));
        SignalSource scored = new SignalSource(
                "scored", List.of(Axis.flags("on", true, false)), null, new SignalRule.Score(Map.of(), "close"));
        List<RecordedSetting> settings = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        for (int symbol = 0; symbol < symbols.size(); symbol++) {
            int bars = symbols.get(symbol).bars();
            for (int i = 0; i < SETTINGS; i++) {
                settings.add(new RecordedSetting(
                        symbol, 0, new double[] {rules.axes().getFirst().value(i % 4), i % 2}));
                signals.add(new Signal.Planes(planes(random, bars)));
            }
            for (int i = 0; i < 2; i++) {
                settings.add(new RecordedSetting(symbol, 1, new double[] {i}));
                signals.add(new Signal.Score(score(random, bars, quantize)));
            }
        }
        RecordingHead head = new RecordingHead(
                "random",
                new RunIdentity(Map.of("seed", "" + seed, "quantize", "" + quantize)),
                DataSpec.of("bars.csv"),
                "..",
                quantize,
                symbols,
                List.of(rules, scored),
                settings.size());
        return new RandomRecording(head, settings, signals, times);
    }

    private static long[] times(Random random, int bars) {
        long[] time = new long[bars];
        long moment = random.nextLong(-500, 500);
        for (int t = 0; t < bars; t++) {
            moment += 1 + random.nextInt(3) * 86_400_000_000L;
            time[t] = moment;
        }
        return time;
    }

    private static DecisionPlanes planes(Random random, int bars) {
        return new DecisionPlanes(
                bars, plane(random, bars), plane(random, bars), plane(random, bars), plane(random, bars));
    }

    /** From nothing set to everything set, scattered or in runs. */
    private static long[] plane(Random random, int bars) {
        long[] plane = DecisionPlanes.absent(bars);
        int kind = random.nextInt(5);
        double density = random.nextDouble();
        boolean set = false;
        for (int t = 0; t < bars; t++) {
            set = switch (kind) {
                case 0 -> false;
                case 1 -> true;
                case 2 -> random.nextDouble() < density;
                case 3 -> random.nextDouble() < 0.02;
                default -> random.nextDouble() < 0.05 != set;
            };
            if (set) {
                BitPlanes.set(plane, t);
            }
        }
        return plane;
    }

    private static double[] score(Random random, int bars, int quantize) {
        double[] values = new double[bars];
        double value = 0;
        int kind = random.nextInt(3);
        int greatest = quantize == 0 ? 0 : (1 << (quantize - 1)) - 1;
        for (int t = 0; t < bars; t++) {
            if (kind == 0 || random.nextInt(9) == 0) {
                value = kind == 1 ? random.nextInt(3) - 1 : Math.clamp(random.nextGaussian() / 2, -1.0, 1.0);
                value = random.nextInt(9) == 0 && quantize == 0 ? -0.0 : value;
            }
            values[t] = quantize == 0 ? value : (double) Math.round(value * greatest) / greatest;
        }
        return values;
    }

    /** Writes what the folder lacks, up to so many settings. */
    void record(Path folder, int upTo) throws IOException {
        try (RecordingWriter writer = RecordingWriter.open(folder, head)) {
            while (writer.times() < times.size()) {
                writer.times(times.get(writer.times()));
            }
            for (int i = (int) writer.kept(); i < upTo; i++) {
                writer.append(writer.encode(settings.get(i), signals.get(i)));
            }
        }
    }
}
