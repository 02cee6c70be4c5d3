package dev.winnow.cli.command;

import dev.winnow.cli.Version;
import dev.winnow.cli.config.Explanation;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.store.RunKey;
import dev.winnow.replay.market.LoadedBars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the folder of a run says of it: the effective spec, digests, versions, machine, kernels, timings. */
final class RunRecord {
    private RunRecord() {}

    /** What tells the run from others: the spec without the knobs that change no result, the bars, the code. */
    static RunKey key(SweepSpec spec, List<LoadedBars> symbols) {
        String canonical = Explanation.of(spec).stream()
                .filter(line -> !line.key().startsWith("run."))
                .map(line -> line.key() + "=" + line.value())
                .sorted()
                .collect(Collectors.joining("\n"));
        String data = symbols.stream()
                .map(loaded -> loaded.bars().symbol() + " " + loaded.summary().digest())
                .collect(Collectors.joining("\n"));
        return RunKey.of(canonical, data, new Version().version());
    }

    static Map<String, Object> manifest(SweepSpec spec, List<SymbolSweep> sweeps) {
        Version version = new Version();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", spec.name());
        manifest.put("version", version.version());
        manifest.put("commit", version.commit());
        manifest.put("jdk", Version.jdk());
        manifest.put("machine", machine());
        Map<String, Object> settings = new LinkedHashMap<>();
        Explanation.of(spec)
                .forEach(line -> settings.put(line.key(), Map.of("value", line.value(), "from", line.from())));
        manifest.put("spec", settings);
        List<Object> symbols = new ArrayList<>();
        sweeps.forEach(sweep -> symbols.add(symbol(sweep)));
        manifest.put("symbols", symbols);
        return manifest;
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
        symbol.put("source", sweep.loaded().summary().source());
        symbol.put("bars", sweep.loaded().bars().size());
        symbol.put("digest", sweep.loaded().summary().digest());
        symbol.put("periodsPerYear", sweep.loaded().summary().periodsPerYear());
        symbol.put("kernel", sweep.workload().kernel());
        symbol.put("points", sweep.execution().points());
        symbol.put("evaluated", sweep.execution().evaluated());
        symbol.put("failed", sweep.execution().failed());
        symbol.put("threads", sweep.execution().threads());
        symbol.put("wallSeconds", sweep.execution().elapsedNanos() / 1e9);
        return symbol;
    }
}
