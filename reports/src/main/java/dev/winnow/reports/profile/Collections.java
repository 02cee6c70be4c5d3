package dev.winnow.reports.profile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/** Garbage collections of a recording. */
final class Collections {
    private long count;
    private Duration pauses = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    void accept(RecordedEvent event) {
        if (event.getEventType().getName().equals("jdk.GarbageCollection")) {
            count++;
            pauses = pauses.plus(event.getDuration("sumOfPauses"));
            Duration pause = event.getDuration("longestPause");
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
    }

    Map<String, Object> facts(double wallSeconds) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("collections", count);
        facts.put("pauseSeconds", pauses.toNanos() / 1e9);
        facts.put("longestPauseSeconds", longest.toNanos() / 1e9);
        facts.put("share", pauses.toNanos() / 1e9 / wallSeconds);
        return facts;
    }
}
