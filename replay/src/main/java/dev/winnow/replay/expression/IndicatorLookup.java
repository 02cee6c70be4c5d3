package dev.winnow.replay.expression;

import dev.winnow.replay.indicator.Indicator;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The indicators that expressions may call. */
public interface IndicatorLookup {
    /** The indicator of that name, or null. */
    @Nullable
    Indicator find(String name);

    /** All names, for suggestions. */
    Collection<String> names();

    static IndicatorLookup of(Collection<Indicator> indicators) {
        Map<String, Indicator> byName =
                indicators.stream().collect(Collectors.toUnmodifiableMap(Indicator::name, Function.identity()));
        return new IndicatorLookup() {
            @Override
            public @Nullable Indicator find(String name) {
                return byName.get(name);
            }

            @Override
            public Collection<String> names() {
                return byName.keySet();
            }
        };
    }
}
