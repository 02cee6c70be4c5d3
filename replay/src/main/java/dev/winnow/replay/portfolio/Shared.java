package dev.winnow.replay.portfolio;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table that is made when it is first asked for, once. Thread-safe. */
final class Shared<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Shared(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T present = made;
        return present == null ? make() : present;
    }

    private synchronized T make() {
        T present = made;
        if (present == null) {
            present = maker.get();
            made = present;
        }
        return present;
    }
}
