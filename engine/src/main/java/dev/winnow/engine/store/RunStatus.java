package dev.winnow.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a run is, as its manifest says. A run that was killed still says that it is running. */
public enum RunStatus {
    RUNNING,
    INTERRUPTED,
    COMPLETE;

    /** As the manifest has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the manifest says, empty when that is none of these. */
    static Optional<RunStatus> of(JsonNode manifest) {
        String said = manifest.path("status").asText();
        return Stream.of(values()).filter(status -> status.text().equals(said)).findFirst();
    }
}
