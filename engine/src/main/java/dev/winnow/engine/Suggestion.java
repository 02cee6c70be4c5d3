package dev.winnow.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The did-you-mean of every unknown name. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The tail of an error about {@code unknown}: {@code "; did you mean 'sharpe'?"} when a known name is near, else
     * the known names, else empty when there are none.
     */
    public static String of(String unknown, Collection<String> known) {
        String folded = unknown.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        int limit = Math.max(1, (unknown.length() + 2) / 3);
        return known.stream()
                .filter(name -> distance.apply(folded, name.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.comparingInt((String name) -> distance.apply(folded, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? ""
                        : "; known: "
                                + String.join(", ", known.stream().sorted().toList()));
    }
}
