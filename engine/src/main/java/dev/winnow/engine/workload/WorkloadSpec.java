package dev.winnow.engine.workload;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.space.Axis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a spec says for a workload.
 *
 * @param workload the workload's name
 * @param axes the parameters in the order of the spec; a point's values have the order of the workload's parameters
 * @param settings the workload's own section: strings, doubles, booleans, lists and maps of them
 * @param folder what relative paths start from
 * @param artifacts where the workload asks for what it prepares, see {@link dev.winnow.engine.artifact.ArtifactKey#of}
 */
public record WorkloadSpec(
        String workload, List<Axis> axes, Map<String, Object> settings, Path folder, Artifacts artifacts) {
    public WorkloadSpec {
        axes = List.copyOf(axes);
        settings = Map.copyOf(settings);
    }

    /**
     * The axes of these parameters, in this order.
     *
     * @throws UserError when one is missing, or the spec has others
     */
    public List<Axis> axes(String... names) {
        List<String> wanted = List.of(names);
        for (Axis axis : axes) {
            if (!wanted.contains(axis.name())) {
                throw new UserError("parameters: workload '" + workload + "' has no parameter '" + axis.name() + "'"
                        + Suggestion.of(axis.name(), wanted));
            }
        }
        return wanted.stream().map(this::axis).toList();
    }

    private Axis axis(String name) {
        return axes.stream()
                .filter(axis -> axis.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("parameters: '" + name + "' is missing, which workload '" + workload
                        + "' needs; give it a value or several"));
    }

    /**
     * The number of this setting, or the fallback where the spec has none.
     *
     * @throws UserError when it is no number, or outside the range
     */
    public double number(String setting, double fallback, double least, double most) {
        Object value = settings.getOrDefault(setting, fallback);
        if (!(value instanceof Double number) || !(number >= least && number <= most)) {
            throw new UserError(
                    workload + "." + setting + ": '" + value + "' is not a number from " + least + " to " + most);
        }
        return number;
    }
}
