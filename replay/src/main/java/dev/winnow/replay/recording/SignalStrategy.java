package dev.winnow.replay.recording;

import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.replay.expression.BoundStrategy;
import dev.winnow.replay.expression.ExpressionProblem;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.InvalidExpressions;
import dev.winnow.replay.expression.PlanNode;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A strategy compiled to signals, with the settings it is evaluated at. Immutable; {@link #bind} gives it bars. */
public final class SignalStrategy {
    private final SignalSource source;
    private final StrategyPlan plan;
    private final Space space;

    private SignalStrategy(SignalSource source, StrategyPlan plan, Space space) {
        this.source = source;
        this.plan = plan;
        this.space = space;
    }

    /**
     * Compiles a strategy.
     *
     * @throws InvalidExpressions with all problems of its rules, or of its condition on the parameters
     */
    public static SignalStrategy compile(SignalSource source) {
        List<ExpressionProblem> problems = new ArrayList<>();
        StrategyPlan plan = compiled(problems, () -> plan(source));
        String where = source.where();
        Constraint inSpace = where == null
                ? Constraint.NONE
                : compiled(problems, () -> ScalarExpression.ofParameters("where", where, source.axes()));
        if (plan == null || inSpace == null) {
            throw new InvalidExpressions(problems);
        }
        return new SignalStrategy(source, plan, Space.of(source.axes(), inSpace, where == null ? "" : where));
    }

    private static StrategyPlan plan(SignalSource source) {
        IndicatorLookup indicators = IndicatorLookup.of(Indicators.all());
        return switch (source.rule()) {
            case SignalRule.Planes planes -> StrategyPlan.compile(planes.source(), source.axes(), indicators);
            case SignalRule.Score score ->
                StrategyPlan.compileScore(score.let(), score.text(), source.axes(), indicators);
        };
    }

    private static <T> @Nullable T compiled(List<ExpressionProblem> problems, Supplier<T> compiler) {
        try {
            return compiler.get();
        } catch (InvalidExpressions invalid) {
            problems.addAll(invalid.problems());
            return null;
        }
    }

    public String name() {
        return source.name();
    }

    /** The texts that it was compiled from. */
    public SignalSource source() {
        return source;
    }

    /** Its settings, numbered; a setting is the values of its axes. */
    public Space space() {
        return space;
    }

    /** Names of the parameters that it reads, in the order of the axes. */
    public List<String> parameters() {
        return plan.parameters();
    }

    /** What it computes over so many bars, and how often over all of its settings. */
    public List<PlanNode> explain(int bars) {
        return plan.explain(bars);
    }

    /** Bytes of one setting's signal before it is packed. */
    public long signalBytes(int bars) {
        return source.rule() instanceof SignalRule.Score
                ? (long) Double.BYTES * bars
                : 4L * Long.BYTES * BitPlanes.words(bars);
    }

    /**
     * The strategy over bars.
     *
     * @param cacheBytes how much the columns and planes that settings share may take
     * @param values where those are looked for
     */
    public BoundSignals bind(Bars bars, long cacheBytes, SharedValues values) {
        BoundStrategy bound = plan.bind(bars, cacheBytes, values);
        return new BoundSignals(bound, source.rule() instanceof SignalRule.Score);
    }
}
