package dev.winnow.cli.command;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.market.LoadedBars;
import java.util.List;

/** A spec over bars, of which a point can be evaluated again in full: trades and equity, bar by bar. */
interface BarSweep {
    /** The parameters in the order of a point's values. */
    List<Axis> axes();

    /** How points are executed, by the parameters of {@link #axes}. */
    ExecutionSettings execution();

    /** Bars of every symbol. */
    List<LoadedBars> loaded(Console console);

    /** What tells the data of a symbol from others, as the identity of a run has it. */
    String digest(LoadedBars loaded);

    /**
     * One point in full.
     *
     * @param loaded one of the symbols
     * @throws dev.winnow.engine.UserError when the point fails
     */
    PointRun point(LoadedBars loaded, double[] point);
}
