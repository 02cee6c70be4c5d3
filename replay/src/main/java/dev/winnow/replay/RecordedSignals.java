package dev.winnow.replay;

import dev.winnow.engine.Digest;
import dev.winnow.replay.ensemble.ReferenceEnsemble;
import dev.winnow.replay.recording.RecordedSetting;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The signals of a recording by symbol, strategy and setting. Thread-safe, until the recording is closed. */
public final class RecordedSignals {
    private final Recording recording;

    public RecordedSignals(Recording recording) {
        this.recording = recording;
    }

    /** Values of the settings of a strategy that every symbol has a signal of, in the order of the recording. */
    public List<double[]> settings(int strategy) {
        List<double[]> settings = new ArrayList<>();
        for (int i = 0; i < recording.size(); i++) {
            RecordedSetting setting = recording.setting(i);
            if (setting.strategy() == strategy && setting.symbol() == 0 && everywhere(strategy, setting.values())) {
                settings.add(setting.values());
            }
        }
        return settings;
    }

    private boolean everywhere(int strategy, double[] values) {
        for (int symbol = 0; symbol < recording.head().symbols().size(); symbol++) {
            if (find(symbol, strategy, values) < 0) {
                return false;
            }
        }
        return true;
    }

    private int find(int symbol, int strategy, double[] values) {
        for (int i = 0; i < recording.size(); i++) {
            RecordedSetting setting = recording.setting(i);
            if (setting.symbol() == symbol
                    && setting.strategy() == strategy
                    && Arrays.equals(setting.values(), values)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The signal of a setting.
     *
     * @throws dev.winnow.engine.UserError when it is damaged
     */
    public Signal signal(int symbol, int strategy, double[] values) {
        int found = find(symbol, strategy, values);
        if (found < 0) {
            throw new IllegalArgumentException("no signal of strategy " + strategy + " at " + Arrays.toString(values));
        }
        return recording.signal(found);
    }

    /** The chosen signals of a symbol, in their order. */
    public List<Signal> signals(int symbol, List<ChosenSignal> chosen) {
        return chosen.stream()
                .map(one -> signal(symbol, one.strategy(), one.values()))
                .toList();
    }

    /** Digest of what the chosen signals of a symbol say, and of all that the recording follows from. */
    public String digest(int symbol, List<ChosenSignal> chosen) {
        Digest digest = new Digest().text(recording.head().identity().key());
        for (ChosenSignal one : chosen) {
            digest.text(one.name()).number(one.strategy()).numbers(one.values());
            digest.numbers(ReferenceEnsemble.values(signal(symbol, one.strategy(), one.values())));
        }
        return digest.hex();
    }
}
