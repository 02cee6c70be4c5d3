package dev.winnow.cli.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code signals} of a replay.
 *
 * @param path the recording, relative to the spec's folder
 * @param record a spec of strategies to record where there is no recording yet, likewise; null: none
 * @param strategies whose settings are taken; empty: all of the recording
 * @param select how the settings are chosen
 * @param settings parameters by name, as texts, of each setting by hand, by strategy; empty: they are selected
 */
public record SignalsSection(
        String path,
        @Nullable String record,
        List<String> strategies,
        Select select,
        Map<String, List<Map<String, String>>> settings) {
    /**
     * The best settings of each strategy.
     *
     * @param by metric that they are judged by, each alone
     */
    public record Select(String by, int perStrategy) {}
}
