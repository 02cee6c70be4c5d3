package dev.winnow.engine.workload;

import java.util.List;
import java.util.Optional;

/** Something the engine can run over a space of parameters. Thread-safe; sessions are not. */
public interface Workload {
    /** Stable name, part of every artifact's key. */
    String name();

    /** Changes whenever a result may change. */
    String version();

    /** The parameters, in the order of a batch's values. */
    List<Parameter> parameters();

    /** The metrics of an outcome's row, in order. */
    List<Metric> metrics();

    /** Which code evaluates the points and why it was chosen, for the run's record: {@code "jump (long only, ...)"}. */
    String kernel();

    /** Units of inner work a point (bars of a backtest), for rates; 1 where there is no such thing. */
    long unitsPerPoint();

    /** How dear points are next to each other, as far as that is known before they run. */
    default PointCost pointCost() {
        return PointCost.UNIFORM;
    }

    /** What the sweep prepares and keeps; an upper bound, for estimates before it runs. */
    default Footprint footprint() {
        return Footprint.NONE;
    }

    /** What sessions are checked against; empty where there is no other way to a result. */
    default Optional<Oracle> oracle() {
        return Optional.empty();
    }

    /** Digest of inputs other than the spec, which results follow from; empty where there are none. */
    default String inputDigest() {
        return "";
    }

    /** A new session for one worker. */
    Session open();
}
