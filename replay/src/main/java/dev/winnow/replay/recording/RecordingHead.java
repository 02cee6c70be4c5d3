package dev.winnow.replay.recording;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.replay.market.DataSpec;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a recording says of itself before its signals.
 *
 * @param name of the spec
 * @param identity all that the signals follow from: the spec, the data's digests, the code's
 * @param data which bars, so that a proof can read them anew
 * @param folder what the paths of the data are relative to: itself relative to the recording's folder
 * @param quantize bits of a score, 8 or 16; 0: scores are doubles
 * @param symbols in the order of their ordinals
 * @param strategies likewise, with all their texts
 * @param settings how many settings there are over all symbols and strategies, those that fail included
 */
public record RecordingHead(
        String name,
        RunIdentity identity,
        DataSpec data,
        String folder,
        int quantize,
        List<RecordedSymbol> symbols,
        List<SignalSource> strategies,
        long settings) {
    public RecordingHead {
        symbols = List.copyOf(symbols);
        strategies = List.copyOf(strategies);
        if (quantize != 0 && quantize != 8 && quantize != 16) {
            throw new IllegalArgumentException("scores of " + quantize + " bits");
        }
    }

    /** A setting's parameters: {@code fast=10 slow=50}; empty where the strategy has none. */
    public String parametersText(RecordedSetting setting) {
        List<Axis> axes = strategies.get(setting.strategy()).axes();
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < axes.size(); i++) {
            text.add(axes.get(i).name() + "=" + axes.get(i).text(setting.values()[i]));
        }
        return text.toString();
    }

    /** A setting in words: {@code SYMBOL trend fast=10 slow=50}. */
    public String text(RecordedSetting setting) {
        String parameters = parametersText(setting);
        return symbols.get(setting.symbol()).symbol() + " "
                + strategies.get(setting.strategy()).name() + (parameters.isEmpty() ? "" : " " + parameters);
    }
}
