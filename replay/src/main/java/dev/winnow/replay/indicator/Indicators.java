package dev.winnow.replay.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every indicator of the strategy language, by name. */
public final class Indicators {
    private static final List<Indicator> ALL = gather();
    private static final Map<String, Indicator> BY_NAME = index(ALL);

    private Indicators() {}

    /** All indicators, sorted by name; immutable. */
    public static List<Indicator> all() {
        return ALL;
    }

    /** The indicator of that exact name, or null. */
    public static @Nullable Indicator find(String name) {
        return BY_NAME.get(name);
    }

    private static List<Indicator> gather() {
        List<Indicator> all = new ArrayList<>();
        all.addAll(MovingAverages.indicators());
        all.addAll(Momentum.indicators());
        all.addAll(Ranges.indicators());
        all.addAll(Bands.indicators());
        all.addAll(Dispersion.indicators());
        all.addAll(LinearFit.indicators());
        all.addAll(Extremes.indicators());
        all.sort(Comparator.comparing(Indicator::name));
        return List.copyOf(all);
    }

    private static Map<String, Indicator> index(List<Indicator> all) {
        Map<String, Indicator> byName = HashMap.newHashMap(all.size());
        for (Indicator indicator : all) {
            if (byName.put(indicator.name(), indicator) != null) {
                throw new IllegalStateException("two indicators are called " + indicator.name());
            }
        }
        return Map.copyOf(byName);
    }
}
