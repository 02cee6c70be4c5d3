package dev.winnow.reports.profile;

import dev.winnow.engine.UserError;
import dev.winnow.reports.flame.Stacks;
import dev.winnow.reports.flame.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * A profile as read from a flight recording.
 *
 * @param session what was profiled and how
 * @param stacks what was seen
 * @param samples how many samples that were
 * @param collections see {@link Collections}
 * @param compilations see {@link Compilations}
 * @param waits see {@link Waits}
 * @param blindness see {@link Blindness}
 */
public record Profile(
        Session session,
        Stacks stacks,
        long samples,
        Map<String, Object> collections,
        Map<String, Object> compilations,
        List<Map<String, Object>> waits,
        Map<String, Object> blindness) {
    /**
     * Reads a recording.
     *
     * @param caller the class that ran what is profiled: its frames, and those above them, are left out of stacks
     * @param profiler the package whose stacks are left out
     * @throws UserError when the recording cannot be read
     */
    public static Profile read(Path recording, Session session, Class<?> caller, String profiler) {
        Map<String, Long> weights = new TreeMap<>();
        long samples = 0;
        Collections collections = new Collections();
        Compilations compilations = new Compilations(session.began());
        Waits waits = new Waits();
        Blindness blindness = new Blindness();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if (type.equals("jdk.CPUTimeSamplesLost")) {
                    blindness.lost(event);
                }
                collections.accept(event);
                compilations.accept(event);
                waits.accept(event);
                if (session.asked().isSample(type)) {
                    String stack = StackText.of(event, caller, profiler);
                    boolean counts = session.asked().counts(stack);
                    long weight = session.asked().weight(event);
                    if (counts || Blindness.isBlind(event)) {
                        samples++;
                        blindness.accept(event, weight);
                    }
                    if (counts) {
                        weights.merge(stack, weight, Long::sum);
                    }
                }
            }
        } catch (IOException e) {
            throw new UserError(
                    recording + ": cannot be read as a flight recording (" + e.getMessage() + "); profile anew");
        }
        double seconds = session.wallSeconds();
        return new Profile(
                session,
                new Stacks(weights),
                samples,
                collections.facts(seconds),
                compilations.facts(seconds),
                waits.facts(),
                blindness.facts());
    }

    /** Share of each stage that was seen, in the order of the stages. */
    public Map<Stage, Double> stages() {
        return stacks.stages();
    }

    /** Nanoseconds of processor time a sample, NaN where samples do not count that. */
    double nanosPerSample() {
        boolean time = session.asked() == ProfileEvent.CPU || session.asked() == ProfileEvent.CTIMER;
        return time && samples > 0 ? session.cpuSeconds() * 1e9 / samples : Double.NaN;
    }

    /** Everything but the stacks, for programs; shares are of 1. */
    public Map<String, Object> facts(int frames) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", session.command());
        facts.put("exitCode", session.exitCode());
        facts.put("event", session.asked().text());
        facts.put("sampler", session.used());
        facts.put("interval", session.interval());
        facts.put("unit", session.asked().unit());
        facts.put("wallSeconds", session.wallSeconds());
        facts.put("cpuSeconds", session.cpuSeconds());
        facts.put("samples", samples);
        facts.put("weight", stacks.total());
        Map<String, Object> stages = new LinkedHashMap<>();
        stages().forEach((stage, share) -> stages.put(stage.text(), share));
        facts.put("stages", stages);
        facts.put(
                "frames",
                FrameShare.all(stacks).stream()
                        .limit(frames)
                        .map(Profile::facts)
                        .toList());
        facts.put("collections", collections);
        facts.put("allocatedBytes", session.allocatedBytes());
        facts.put("allocatedBytesPerSecond", session.allocatedBytes() / session.wallSeconds());
        facts.put("compilations", compilations);
        facts.put("waits", waits);
        facts.put("unseen", blindness);
        facts.put("nanosPerSample", nanosPerSample());
        facts.put("notes", session.notes());
        return facts;
    }

    private static Map<String, Object> facts(FrameShare frame) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("frame", frame.frame());
        facts.put("self", frame.self());
        facts.put("total", frame.total());
        return facts;
    }
}
