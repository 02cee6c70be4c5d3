package dev.winnow.replay;

import dev.winnow.engine.workload.Metric;
import dev.winnow.replay.ensemble.ReferenceEnsemble;
import dev.winnow.replay.ensemble.Rule;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.SimulatorTables;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the best settings of a strategy, each judged alone: its own decisions under one execution, by the mean of a
 * metric over the symbols. A score decides by the thresholds of the ensemble. Of settings that say the same of every
 * bar one is enough.
 */
public final class SignalSelection {
    private final RecordedSignals recorded;
    private final List<LoadedBars> symbols;
    private final List<SimulatorTables> tables;
    private final PerformanceMetric by;
    private final double enter;
    private final double exit;

    /**
     * A selection.
     *
     * @param symbols the bars, in the order of the recording
     * @param by what is judged, in its better direction; higher where it has none
     * @param enter threshold of a score that stands alone, as {@code exit}
     */
    public SignalSelection(
            RecordedSignals recorded, List<LoadedBars> symbols, PerformanceMetric by, double enter, double exit) {
        this.recorded = recorded;
        this.symbols = List.copyOf(symbols);
        this.tables = symbols.stream()
                .map(loaded -> new SimulatorTables(loaded.bars()))
                .toList();
        this.by = by;
        this.enter = enter;
        this.exit = exit;
    }

    private record Judged(double[] values, double figure) {}

    /**
     * The best settings, at most so many.
     *
     * @param strategy ordinal of the strategy in the recording
     * @param name what the settings are called, a number behind it
     * @param settings what they are judged by
     * @param point double[axes], the parameters at which the execution is read
     */
    public List<ChosenSignal> best(int strategy, String name, ExecutionSettings settings, double[] point, int most) {
        List<Judged> judged = new ArrayList<>();
        for (double[] values : recorded.settings(strategy)) {
            judged.add(new Judged(values, figure(strategy, values, settings, point)));
        }
        boolean lower = by.metric().direction() == Metric.Direction.LOWER;
        judged.sort(Comparator.comparing((Judged one) -> Double.isNaN(one.figure()))
                .thenComparing(Judged::figure, lower ? Comparator.naturalOrder() : Comparator.reverseOrder()));
        List<ChosenSignal> chosen = new ArrayList<>();
        for (Judged one : judged) {
            if (chosen.size() < most && chosen.stream().noneMatch(other -> same(strategy, other, one.values()))) {
                chosen.add(new ChosenSignal(name + "_" + (chosen.size() + 1), strategy, one.values(), one.figure()));
            }
        }
        return chosen;
    }

    private boolean same(int strategy, ChosenSignal chosen, double[] values) {
        for (int symbol = 0; symbol < symbols.size(); symbol++) {
            if (!Arrays.equals(
                    ReferenceEnsemble.values(recorded.signal(symbol, strategy, chosen.values())),
                    ReferenceEnsemble.values(recorded.signal(symbol, strategy, values)))) {
                return false;
            }
        }
        return true;
    }

    private double figure(int strategy, double[] values, ExecutionSettings settings, double[] point) {
        double sum = 0;
        for (int symbol = 0; symbol < symbols.size(); symbol++) {
            Execution execution =
                    settings.at(point, symbols.get(symbol).summary().periodsPerYear());
            DecisionPlanes planes = alone(recorded.signal(symbol, strategy, values), symbol);
            double[] row = new double[1];
            PointFigures figures =
                    new PointFigures(tables.get(symbol), KernelChoice.forWork(0).vector(), List.of(by));
            figures.begin(row);
            figures.put(planes, BitPlanes.any(planes.enterShort()), execution, 0);
            figures.finish();
            sum += row[0];
        }
        return sum / symbols.size();
    }

    private DecisionPlanes alone(Signal signal, int symbol) {
        return switch (signal) {
            case Signal.Planes planes -> planes.planes();
            case Signal.Score score ->
                ReferenceEnsemble.decide(
                        List.of(score),
                        symbols.get(symbol).bars().close(),
                        new Rule.Weighted(new double[] {1}, enter, exit),
                        null);
        };
    }
}
