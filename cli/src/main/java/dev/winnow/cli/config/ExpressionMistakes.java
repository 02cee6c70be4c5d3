package dev.winnow.cli.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.engine.space.Axis;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with the expressions of a spec that has other mistakes too, so that all are told at once. A text
 * that may read what is broken itself is left for the next reading: what seems wrong with it may follow from that.
 */
final class ExpressionMistakes {
    private final Mapping spec;
    private final Map<String, Object> values;
    private final JsonMapper mapper;
    private final Problems problems;
    private final Compilation compilation;

    /**
     * @param values those of the spec that could be bound
     * @param mapper binds them to records
     * @param problems those told so far; takes the further ones
     */
    ExpressionMistakes(Mapping spec, Map<String, Object> values, JsonMapper mapper, Problems problems) {
        this.spec = spec;
        this.values = values;
        this.mapper = mapper;
        this.problems = problems;
        this.compilation = new Compilation(spec, problems);
    }

    /**
     * Those of a spec of some kind.
     *
     * @param axes the parameters of the spec
     * @param strategyAxes those of strategies to record, by the name of the strategy
     */
    void tell(SpecKind kind, List<Axis> axes, Map<String, List<Axis>> strategyAxes) {
        switch (kind) {
            case SpecKind.Backtest backtest -> {
                data();
                require();
                if (sound("parameters")) {
                    compilation.where(text("where"), axes);
                    strategy(axes);
                }
            }
            case SpecKind.Recorded recorded -> {
                data();
                strategyAxes.forEach(this::recorded);
            }
            case SpecKind.Replayed replayed -> require();
            case SpecKind.Own own -> {} // the workload alone knows its metrics, and takes parameters to be its own
        }
    }

    private void data() {
        if (sound("data")) {
            DataSection data = mapper.convertValue(values.get("data"), DataSection.class);
            if (data.synthetic() != null || !data.path().isEmpty()) {
                compilation.data(data);
            }
        }
    }

    private void require() {
        compilation.require(text("require"), PerformanceMetric.names());
    }

    private void strategy(List<Axis> axes) {
        if (sound("strategy")) {
            StrategySection strategy = mapper.convertValue(values.get("strategy"), StrategySection.class);
            if (strategy.enters()) {
                compilation.strategy(strategy.source(), axes);
            }
        }
    }

    private void recorded(String name, List<Axis> axes) {
        Yaml.Entry entry = spec.section("strategies").entries().get(name);
        if (values.get("strategies") instanceof Map<?, ?> bound && entry != null && !problems.touch(entry)) {
            compilation.strategy(
                    mapper.convertValue(bound.get(name), RecordedStrategy.class).source(name, axes));
        }
    }

    private @Nullable String text(String key) {
        return (String) values.get(key);
    }

    /** Whether a section is there, and nothing told of it: one that is not may be there by a misspelt name. */
    private boolean sound(String key) {
        Yaml.Entry entry = spec.entries().get(key);
        return entry != null && !problems.touch(entry);
    }
}
