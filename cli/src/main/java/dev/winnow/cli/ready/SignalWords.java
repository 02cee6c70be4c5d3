package dev.winnow.cli.ready;

import dev.winnow.replay.ChosenSignal;
import dev.winnow.replay.recording.RecordedSetting;
import dev.winnow.replay.recording.RecordingHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a replay's signals are, in words. */
public final class SignalWords {
    private SignalWords() {}

    /**
     * The strategy, the setting and how it did alone, by the name of the signal.
     *
     * @param by the metric that the signals were selected by
     */
    static Map<String, String> of(RecordingHead head, List<ChosenSignal> chosen, String by) {
        Map<String, String> words = new LinkedHashMap<>();
        chosen.forEach(one -> words.put(one.name(), of(head, one, by)));
        return words;
    }

    private static String of(RecordingHead head, ChosenSignal one, String by) {
        String parameters = head.parametersText(new RecordedSetting(0, one.strategy(), one.values()));
        return head.strategies().get(one.strategy()).name()
                + (parameters.isEmpty() ? "" : " " + parameters)
                + (Double.isNaN(one.alone()) ? "" : String.format(Locale.ROOT, " (%s alone: %.3f)", by, one.alone()));
    }

    /** What the notes say of a signal. */
    public static String note(String name, String words) {
        return name + " is " + words;
    }
}
