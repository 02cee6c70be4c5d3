package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.expression.PointFailure;
import dev.winnow.replay.signal.DecisionPlanes;
import org.jspecify.annotations.Nullable;

/** One worker's combined planes, simulator and sums. */
final class EnsembleSession implements Session {
    private final PlaneWindow window;
    private final @Nullable RegimeGate regime;
    private final PointExecution execution;
    private final PointFigures figures;

    EnsembleSession(PlaneWindow window, @Nullable RegimeGate regime, PointExecution execution, PointFigures figures) {
        this.window = window;
        this.regime = regime;
        this.execution = execution;
        this.figures = figures;
    }

    @Override
    public void evaluate(Batch batch, Outcome out) {
        double[] point = new double[batch.axes()];
        figures.begin(out.values());
        int i = 0;
        while (i < batch.count()) {
            int end = window.load(batch, i);
            for (; i < end; i++) {
                batch.point(i, point);
                try {
                    figures.put(planes(i, point), window.shorts(i), execution.at(point), i);
                } catch (PointFailure failure) {
                    out.fail(i, String.valueOf(failure.getMessage()));
                }
            }
        }
        figures.finish();
    }

    /** The planes of a loaded point, inside the regime alone. */
    DecisionPlanes planes(int i, double[] point) {
        DecisionPlanes combined = window.planes(i);
        return regime == null ? combined : regime.gated(combined, point);
    }

    /** The planes of one point, as it is evaluated: valid until the next call. */
    DecisionPlanes planes(double[] point) {
        window.load(new Batch(0, 1, point.length, point), 0);
        return planes(0, point);
    }
}
