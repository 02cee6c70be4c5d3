package dev.winnow.cli.ready;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.workload.WorkloadProvider;
import dev.winnow.engine.workload.WorkloadSpec;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Makes a spec ready for the workload that it names: the backtest, or one that a JAR provides. */
public final class Workloads {
    private Workloads() {}

    /**
     * The spec, ready to be swept.
     *
     * @param plugins JARs to look for workloads in, beside the program's own
     * @param artifacts where they look for what they prepare
     */
    public static ReadySweep ready(SweepSpec spec, List<Path> plugins, Artifacts artifacts) {
        return switch (spec.section()) {
            case WorkloadSection.Backtest backtest -> ReadySpec.of(spec);
            case WorkloadSection.Recorded recorded -> throw spec.elsewhere("nothing to sweep");
            case WorkloadSection.Replayed replayed -> throw spec.elsewhere("no sweep");
            case WorkloadSection.Own own ->
                OwnSweep.of(
                        spec,
                        find(own.workload(), spec, plugins)
                                .create(new WorkloadSpec(
                                        own.workload(), spec.axes(), own.settings(), spec.folder(), artifacts)));
        };
    }

    private static WorkloadProvider find(String name, SweepSpec spec, List<Path> plugins) {
        List<String> known = new ArrayList<>(List.of("backtest"));
        try {
            for (WorkloadProvider provider : ServiceLoader.load(WorkloadProvider.class, loader(plugins))) {
                if (provider.name().equals(name)) {
                    return provider;
                }
                known.add(provider.name());
            }
        } catch (ServiceConfigurationError broken) {
            throw new UserError("--plugins: a workload cannot be loaded (" + broken.getMessage()
                    + "); check the JAR's META-INF/services and the Java version it was compiled for");
        }
        throw new UserError(spec.placeOf("workload", 0).text() + ": no workload '" + name + "'"
                + Suggestion.of(name, known) + (plugins.isEmpty() ? "; name the JAR that has it by --plugins" : ""));
    }

    /** Stays open for as long as the process lives: the workload's classes come from it. */
    private static ClassLoader loader(List<Path> plugins) {
        URL[] jars = plugins.stream().map(Workloads::url).toArray(URL[]::new);
        return new URLClassLoader("plugins", jars, Workloads.class.getClassLoader());
    }

    private static URL url(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new UserError("--plugins " + jar + ": no such file; give the path of a JAR with a workload");
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
