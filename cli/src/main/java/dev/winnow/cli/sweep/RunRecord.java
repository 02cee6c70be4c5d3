package dev.winnow.cli.sweep;

import dev.winnow.cli.config.Explanation;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.ready.Proof;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.cli.ready.SpecIdentity;
import dev.winnow.cli.version.Version;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.workload.Metric;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the folder of a run says of it: the effective spec, digests, versions, machine, kernels, timings. */
public final class RunRecord {
    private RunRecord() {}

    /** The manifest but for what the folder itself knows. */
    public static Map<String, Object> manifest(
            ReadySweep ready, RunIdentity identity, Instant started, List<SymbolSweep> sweeps, Proof proof) {
        SweepSpec spec = ready.spec();
        Version version = new Version();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", spec.name());
        manifest.put("objective", spec.objective().text());
        manifest.put("metrics", metrics(ready.metrics()));
        manifest.put("notes", ready.notes());
        if (!ready.signals().isEmpty()) {
            manifest.put("signals", ready.signals());
        }
        manifest.put("specFolder", spec.folder().toString());
        manifest.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        manifest.put("version", version.version());
        manifest.put("commit", version.commit());
        manifest.put("jdk", Version.jdk());
        manifest.put("machine", machine());
        manifest.put("symbols", sweeps.stream().map(RunRecord::symbol).toList());
        manifest.putAll(proof.facts());
        Map<String, Object> digests = new LinkedHashMap<>();
        digests.put("spec", identity.digest("spec."));
        digests.put("data", identity.digest("data."));
        digests.put("code", identity.fields().get("code"));
        manifest.put("digests", digests);
        Map<String, Object> knobs = new LinkedHashMap<>();
        Map<String, Object> origins = new LinkedHashMap<>();
        for (Explanation.Line line : Explanation.of(spec)) {
            origins.put(line.key(), line.from());
            if (line.key().startsWith(SpecIdentity.KNOBS)) {
                knobs.put(line.key(), line.value());
            }
        }
        manifest.put("knobs", knobs);
        manifest.put("origins", origins);
        return manifest;
    }

    /** How each metric reads and which way is better, for those that have the columns alone. */
    private static Map<String, Object> metrics(List<Metric> metrics) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("unit", metric.unit());
            one.put("direction", metric.direction());
            one.put("deterministic", metric.deterministic());
            described.put(metric.name(), one);
        }
        return described;
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
        return machine;
    }

    private static Map<String, Object> symbol(SymbolSweep sweep) {
        Map<String, Object> symbol = new LinkedHashMap<>();
        symbol.put("symbol", sweep.symbol());
        symbol.putAll(sweep.subject().facts());
        symbol.put("digest", sweep.subject().digest());
        symbol.put("kernel", sweep.kernel());
        symbol.put("unitsPerPoint", sweep.unitsPerPoint());
        symbol.put("points", sweep.space().size());
        symbol.put("evaluated", sweep.evaluated());
        symbol.put("kept", sweep.kept());
        symbol.put("failed", sweep.failures().count());
        symbol.put("threads", sweep.threads());
        symbol.put("wallSeconds", sweep.wallSeconds());
        symbol.put("predicted", sweep.foretold());
        symbol.put("observed", sweep.observed());
        return symbol;
    }
}
