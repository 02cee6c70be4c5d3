package dev.winnow.engine.execute;

import dev.winnow.engine.UserError;
import java.util.stream.IntStream;

/**
 * How many worker threads a run may use.
 *
 * @param start at its start, at least 1
 * @param most once it is known that they help, at least {@code start}
 */
public record ThreadRange(int start, int most) {
    public ThreadRange {
        if (start < 1 || most < start) {
            throw new UserError("threads " + start + " is below 1; give the number of workers, or leave it out");
        }
    }

    /** Always this many. */
    public static ThreadRange fixed(int threads) {
        return new ThreadRange(threads, threads);
    }

    /** One a core at first, then what a measured search finds, up to two a core. */
    public static ThreadRange auto() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ThreadRange(cores, 2 * cores);
    }

    /** The search over 1, 2, 3, 4, 6, 8, 12, ... up to the most, the start among them; over the start alone where fixed. */
    HillClimb climb() {
        if (start == most) {
            return new HillClimb(new int[] {start}, 0);
        }
        IntStream powers = IntStream.iterate(1, n -> n <= most, n -> 2 * n);
        IntStream between = IntStream.iterate(3, n -> n <= most, n -> 2 * n);
        int[] ladder = IntStream.concat(IntStream.concat(powers, between), IntStream.of(start, most))
                .sorted()
                .distinct()
                .toArray();
        return new HillClimb(ladder, java.util.Arrays.binarySearch(ladder, start));
    }
}
