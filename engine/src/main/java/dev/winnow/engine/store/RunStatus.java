package dev.winnow.engine.store;

import java.util.Locale;

/** How far a run is, as its manifest says. A run that was killed still says that it is running. */
public enum RunStatus {
    RUNNING,
    INTERRUPTED,
    COMPLETE;

    /** As the manifest has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
