package dev.winnow.cli.ready;

import dev.winnow.cli.config.Compilation;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WeightSection;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Dimension;
import dev.winnow.engine.space.Space;
import dev.winnow.replay.ChosenSignal;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.Setting;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the spec of a replay ready: its space and its expressions over the signals that it combines. */
final class ReplayCompilation {
    private final SweepSpec spec;
    private final List<ChosenSignal> chosen;
    private final Problems problems = new Problems();
    private final Compilation compilation;

    ReplayCompilation(SweepSpec spec, List<ChosenSignal> chosen) {
        this.spec = spec;
        this.chosen = chosen;
        this.compilation = new Compilation(spec.effective(), problems);
    }

    /**
     * The spec, ready to be swept.
     *
     * @param bars that the recording was made over
     * @throws UserError with every problem of the spec at its place
     */
    ReadyReplay over(Recording recording, List<LoadedBars> bars) {
        List<Dimension> dimensions = dimensions();
        List<Axis> axes = Space.of(dimensions).axes();
        EnsembleSettings settings = spec.replayed().combine().settings(weights(axes), axes);
        StrategyPlan regime = regime(axes);
        Constraint where = compilation.where(spec.where(), axes);
        ScalarExpression require = compilation.require(spec.require(), PerformanceMetric.names());
        compilation.everyParameterIsRead(
                "",
                spec.axes(),
                read(settings, regime, axes),
                "neither the regime, the combination nor the execution reads it");
        problems.check();
        ReplayThresholds thresholds = ReplayThresholds.of(settings, where);
        Space space = Space.of(dimensions, thresholds.constraint(), thresholds.text(spec.where()));
        return new ReadyReplay(spec, recording, bars, chosen, settings, regime, space, require);
    }

    /** The weights vary slowest, then what combines, then the execution: as dear as each is to change. */
    private List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        WeightSection weights = spec.replayed().weights();
        if (spec.replayed().combine().weighs()) {
            try {
                dimensions.add(weights.dimension(
                        chosen.stream().map(ChosenSignal::name).toList()));
            } catch (UserError mistake) {
                mistake.problems().forEach(problem -> problems.add(spec.placeOf("weights", 0), problem));
            }
        } else if (!(weights instanceof WeightSection.Equal)) {
            problems.add(spec.placeOf("weights", 0), "weights change nothing unless combine is weighted; drop them");
        }
        problems.check();
        dimensions.addAll(spec.axes());
        return dimensions;
    }

    /** Parameters of the space where there is a dimension of weights; else none counts. */
    private List<Setting> weights(List<Axis> axes) {
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> axes.size() > spec.axes().size() ? Setting.parameter(i) : Setting.of(0))
                .toList();
    }

    private @Nullable StrategyPlan regime(List<Axis> axes) {
        String condition = spec.replayed().regime();
        return condition == null
                ? null
                : compilation.of(
                        "",
                        () -> StrategyPlan.compileCondition(
                                "regime", condition, axes, IndicatorLookup.of(Indicators.all())));
    }

    private List<String> read(EnsembleSettings settings, @Nullable StrategyPlan regime, List<Axis> axes) {
        List<String> read = new ArrayList<>(spec.replayed().execution().parameters());
        settings.settings().stream()
                .filter(setting -> setting.axis() >= 0)
                .forEach(setting -> read.add(axes.get(setting.axis()).name()));
        if (regime != null) {
            read.addAll(regime.parameters());
        }
        return read;
    }
}
