package dev.winnow.cli.ready;

import dev.winnow.cli.config.ExecutionSection;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SignalsSection;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.space.Axis;
import dev.winnow.replay.ChosenSignal;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.RecordedSignals;
import dev.winnow.replay.Setting;
import dev.winnow.replay.SignalSelection;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.SignalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which signals of a recording a replay combines: selected, or named by hand. */
final class SignalResolver {
    private final SweepSpec spec;
    private final WorkloadSection.Replayed replayed;
    private final Recording recording;
    private final RecordedSignals recorded;
    private final Problems problems = new Problems();

    SignalResolver(SweepSpec spec, Recording recording) {
        this.spec = spec;
        this.replayed = spec.replayed();
        this.recording = recording;
        this.recorded = new RecordedSignals(recording);
    }

    /** @throws dev.winnow.engine.UserError with every strategy and setting that the recording has not */
    List<ChosenSignal> resolve(List<LoadedBars> bars) {
        SignalsSection signals = replayed.signals();
        for (String strategy : replayed.judged().keySet()) {
            ordinal(strategy, "signals.execution." + strategy);
        }
        List<ChosenSignal> chosen = signals.settings().isEmpty() ? selected(signals, bars) : byHand(signals);
        if (chosen.isEmpty()) {
            problems.add(spec.placeOf("signals", 0), "signals: the recording has none of what is asked for");
        }
        problems.check();
        return chosen;
    }

    private List<ChosenSignal> selected(SignalsSection signals, List<LoadedBars> bars) {
        List<String> names = signals.strategies().isEmpty()
                ? recording.head().strategies().stream().map(SignalSource::name).toList()
                : signals.strategies();
        double[] first = spec.axes().stream().mapToDouble(axis -> axis.value(0)).toArray();
        double[] thresholds = thresholds(first);
        SignalSelection selection = new SignalSelection(
                recorded, bars, PerformanceMetric.of(signals.select().by()), thresholds[0], thresholds[1]);
        List<ChosenSignal> chosen = new ArrayList<>();
        for (String name : names) {
            int strategy = ordinal(name, "signals.strategies");
            if (strategy >= 0) {
                ExecutionSection execution = replayed.judged().getOrDefault(name, replayed.execution());
                chosen.addAll(selection.best(
                        strategy,
                        identifier(name),
                        execution.settings(spec.axes()),
                        first,
                        signals.select().perStrategy()));
            }
        }
        return chosen;
    }

    /** By which a score that stands alone decides. */
    private double[] thresholds(double[] point) {
        EnsembleSettings settings = replayed.combine().settings(List.of(Setting.of(1)), spec.axes());
        return switch (settings) {
            case EnsembleSettings.Weighted weighted ->
                new double[] {weighted.enter().at(point), weighted.exit().at(point)};
            case EnsembleSettings.BestOf best ->
                new double[] {best.enter().at(point), best.exit().at(point)};
            case EnsembleSettings.Vote vote -> new double[] {Double.MIN_VALUE, 0};
        };
    }

    private List<ChosenSignal> byHand(SignalsSection signals) {
        List<ChosenSignal> chosen = new ArrayList<>();
        signals.settings().forEach((name, settings) -> {
            String path = "signals.settings." + name;
            int strategy = ordinal(name, path);
            if (strategy >= 0) {
                for (int i = 0; i < settings.size(); i++) {
                    double[] values = find(strategy, settings.get(i), path);
                    chosen.add(new ChosenSignal(identifier(name) + "_" + (i + 1), strategy, values, Double.NaN));
                }
            }
        });
        return chosen;
    }

    private double[] find(int strategy, Map<String, String> setting, String path) {
        SignalSource source = recording.head().strategies().get(strategy);
        List<String> names = source.axes().stream().map(Axis::name).toList();
        for (String name : setting.keySet()) {
            if (!names.contains(name)) {
                problems.add(
                        spec.placeOf(path, 0),
                        source.name() + " has no parameter '" + name + "'" + Suggestion.of(name, names));
                return new double[0];
            }
        }
        List<double[]> found = recorded.settings(strategy).stream()
                .filter(values -> matches(source.axes(), values, setting))
                .toList();
        if (found.size() != 1) {
            problems.add(
                    spec.placeOf(path, 0),
                    source.name() + " " + setting + ": the recording has " + (found.isEmpty() ? "no" : found.size())
                            + " such settings; name one, like "
                            + text(source, recorded.settings(strategy).getFirst()));
            return new double[0];
        }
        return found.getFirst();
    }

    private static boolean matches(List<Axis> axes, double[] values, Map<String, String> setting) {
        for (int i = 0; i < values.length; i++) {
            String wanted = setting.get(axes.get(i).name());
            if (wanted != null && !axes.get(i).text(values[i]).equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    private int ordinal(String strategy, String path) {
        List<String> names =
                recording.head().strategies().stream().map(SignalSource::name).toList();
        if (!names.contains(strategy)) {
            problems.add(
                    spec.placeOf(path, 0),
                    "the recording has no strategy '" + strategy + "'" + Suggestion.of(strategy, names));
        }
        return names.indexOf(strategy);
    }

    /** A name that expressions can read. */
    private static String identifier(String strategy) {
        return strategy.replace('-', '_');
    }

    /** A setting in words: {@code { fast: 10, slow: 50 }}. */
    private static String text(SignalSource source, double[] values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Axis axis = source.axes().get(i);
            parts.add(axis.name() + ": " + axis.text(values[i]));
        }
        return "{ " + String.join(", ", parts) + " }";
    }
}
