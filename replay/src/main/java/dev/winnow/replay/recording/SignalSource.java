package dev.winnow.replay.recording;

import dev.winnow.engine.space.Axis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy of a recording as its spec has it.
 *
 * @param name what it is called
 * @param axes its own parameters, in the order of a setting's values
 * @param where condition on the parameters, or null
 * @param rule its texts
 */
public record SignalSource(
        String name, List<Axis> axes, @Nullable String where, SignalRule rule) {
    public SignalSource {
        axes = List.copyOf(axes);
    }
}
