package dev.winnow.engine.space;

/** Which points of the full grid belong to the space. */
@FunctionalInterface
public interface Constraint {
    /** Every point of the grid. */
    Constraint NONE = new Constraint() {
        @Override
        public boolean allows(double[] values) {
            return true;
        }

        @Override
        public boolean reads(int axis) {
            return false;
        }
    };

    /**
     * Whether the point belongs to the space; must be pure and thread-safe.
     *
     * @param values double[axes], the point's values in axis order
     */
    boolean allows(double[] values);

    /** Whether the answer may depend on the axis at this position; where it does not, fewer points have to be asked. */
    default boolean reads(int axis) {
        return true;
    }
}
