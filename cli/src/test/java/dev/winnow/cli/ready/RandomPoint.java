package dev.winnow.cli.ready;

import dev.winnow.engine.space.Axis;
import java.util.Random;

/** Points all over the grid of a spec. */
public final class RandomPoint {
    private RandomPoint() {}

    /** One that the spec allows. */
    public static double[] of(ReadySpec ready, Random random) {
        double[] point;
        do {
            point = ready.axes().stream()
                    .mapToDouble((Axis axis) -> axis.value(random.nextInt(axis.levels())))
                    .toArray();
        } while (!ready.where().allows(point));
        return point;
    }
}
