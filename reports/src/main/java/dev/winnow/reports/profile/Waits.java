package dev.winnow.reports.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;

/** How long threads waited for monitors and for locks, by the class of these. */
final class Waits {
    private static final int LISTED = 5;

    private record Waited(String kind, long count, long nanos) {
        Waited plus(Waited other) {
            return new Waited(kind, count + other.count, nanos + other.nanos);
        }
    }

    private final Map<String, Waited> byClass = new TreeMap<>();

    void accept(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.JavaMonitorEnter" -> add("monitor", event, "monitorClass");
            case "jdk.ThreadPark" -> add("lock or condition", event, "parkedClass");
            default -> {}
        }
    }

    private void add(String kind, RecordedEvent event, String field) {
        RecordedClass type = event.hasField(field) ? event.getClass(field) : null;
        byClass.merge(
                type == null ? "unknown" : type.getName(),
                new Waited(kind, 1, Math.max(0, event.getDuration().toNanos())),
                Waited::plus);
    }

    /** The classes waited for longest. */
    List<Map<String, Object>> facts() {
        return byClass.entrySet().stream()
                .sorted((a, b) ->
                        Long.compare(b.getValue().nanos(), a.getValue().nanos()))
                .limit(LISTED)
                .map(entry -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("class", entry.getKey());
                    facts.put("kind", entry.getValue().kind());
                    facts.put("count", entry.getValue().count());
                    facts.put("seconds", entry.getValue().nanos() / 1e9);
                    return facts;
                })
                .toList();
    }
}
