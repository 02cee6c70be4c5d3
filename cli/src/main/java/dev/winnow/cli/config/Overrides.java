package dev.winnow.cli.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands over a spec, and the profile under it.
 *
 * @param profile a shipped profile's name or a file, or null
 * @param environment the process's variables; those named WINNOW_... are settings
 * @param set assignments {@code key=value} in the order given; the later wins
 * @param flags options of the command that are settings too
 */
public record Overrides(@Nullable String profile, Map<String, String> environment, List<String> set, List<Flag> flags) {
    /**
     * An option that is a setting.
     *
     * @param path the key's path: {@code run.threads}
     * @param value as YAML
     * @param text as typed: {@code --threads 4}
     */
    public record Flag(String path, String value, String text) {}

    /** Nothing over the spec. */
    public static final Overrides NONE = new Overrides(null, Map.of(), List.of(), List.of());

    public Overrides {
        environment = Map.copyOf(environment);
        set = List.copyOf(set);
        flags = List.copyOf(flags);
    }

    @Nullable
    String profileOrEnvironment() {
        return profile != null ? profile : environment.get("WINNOW_PROFILE");
    }
}
