package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.expression.PointFailure;

/** One worker's planes, simulator and sums. */
final class BacktestSession implements Session {
    private final PlaneCursor cursor;
    private final boolean shorts;
    private final PointExecution execution;
    private final PointFigures figures;
    private final TileOrder tiles;

    BacktestSession(
            TileOrder tiles, PlaneCursor cursor, boolean shorts, PointExecution execution, PointFigures figures) {
        this.tiles = tiles;
        this.cursor = cursor;
        this.shorts = shorts;
        this.execution = execution;
        this.figures = figures;
    }

    @Override
    public void evaluate(Batch batch, Outcome out) {
        double[] point = new double[batch.axes()];
        figures.begin(out.values());
        int[] order = tiles.of(batch);
        for (int place = 0; place < batch.count(); place++) {
            int i = order[place];
            batch.point(i, point);
            try {
                figures.put(cursor.planes(point), shorts, execution.at(point), i);
            } catch (PointFailure failure) {
                out.fail(i, String.valueOf(failure.getMessage()));
            }
        }
        figures.finish();
    }
}
