package dev.winnow.cli.ready;

import dev.winnow.cli.config.Explanation;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.version.Version;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.workload.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tells a run or a recording from others: the spec without the knobs that change no result, the data, the code. */
public final class SpecIdentity {
    /** What the keys of the knobs begin with. */
    public static final String KNOBS = "run.";

    private SpecIdentity() {}

    /** Of a spec over its subjects. */
    public static RunIdentity of(SweepSpec spec, List<Subject> subjects) {
        Map<String, String> digests = new LinkedHashMap<>();
        subjects.forEach(subject -> digests.put(subject.name(), subject.digest()));
        return of(spec, digests);
    }

    /**
     * Of a spec over data.
     *
     * @param digests of the data, by name
     */
    public static RunIdentity of(SweepSpec spec, Map<String, String> digests) {
        Map<String, String> fields = new LinkedHashMap<>();
        Explanation.of(spec).stream()
                .filter(line -> !line.key().startsWith(KNOBS))
                .forEach(line -> fields.put("spec." + line.key(), line.value()));
        digests.forEach((name, digest) -> fields.put("data." + name, digest));
        fields.put("code", new Version().code());
        return new RunIdentity(fields);
    }
}
