package dev.winnow.replay.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.Json;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording as lines of JSON, for other tools, and to be read back by {@link JsonLinesReader} without loss: its head;
 * for each symbol the times of its bars; for each setting a line that tells its kind, and behind that a line an event.
 */
public final class JsonLinesWriter {
    /** What a setting's line calls the kind of its signal. */
    static final String PLANES = "planes";

    static final String SCORE = "score";
    static final String NONE = "none";

    private final Recording recording;
    private final RecordingHead head;
    private final JsonGenerator json;
    private final List<long[]> times = new ArrayList<>();

    private JsonLinesWriter(Recording recording, JsonGenerator json) {
        this.recording = recording;
        this.head = recording.head();
        this.json = json;
    }

    /** Writes all of a recording. */
    public static void write(Recording recording, Writer out) throws IOException {
        try (JsonGenerator json = Json.factory().createGenerator(out).setRootValueSeparator(null)) {
            new JsonLinesWriter(recording, json).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write() throws IOException {
        json.writeRaw("{\"recording\":" + HeadJson.text(head) + "}\n");
        for (int symbol = 0; symbol < head.symbols().size(); symbol++) {
            times(symbol);
        }
        for (Block block : recording.settings()) {
            if (block.kind() == BlockKind.FAILED) {
                setting(block.setting(), NONE, "cause", recording.cause(block));
            } else {
                signal(block);
            }
        }
    }

    private void times(int symbol) throws IOException {
        times.add(recording.time(symbol));
        json.writeStartObject();
        json.writeStringField("symbol", head.symbols().get(symbol).symbol());
        json.writeStringField("crc", SignalCodec.crc(times.getLast()));
        json.writeFieldName("times");
        json.writeArray(times.getLast(), 0, times.getLast().length);
        end();
    }

    private void signal(Block block) throws IOException {
        RecordedSetting setting = block.setting();
        Signal signal = recording.signal(block);
        setting(setting, signal instanceof Signal.Score ? SCORE : PLANES, "crc", SignalCodec.crc(signal));
        RecordedSymbol symbol = head.symbols().get(setting.symbol());
        long[] time = times.get(setting.symbol());
        SignalEvent.each(signal, event -> {
            try {
                json.writeStartObject();
                json.writeStringField("time", Bars.timeText(symbol.timed(), time[event.bar()]));
                json.writeNumberField("bar", event.bar());
                of(setting);
                json.writeStringField("direction", event.direction());
                json.writeFieldName("strength");
                Json.number(json, event.strength());
                end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void setting(RecordedSetting setting, String kind, String field, String value) throws IOException {
        json.writeStartObject();
        of(setting);
        json.writeStringField("signal", kind);
        json.writeStringField(field, value);
        end();
    }

    private void of(RecordedSetting setting) throws IOException {
        SignalSource strategy = head.strategies().get(setting.strategy());
        List<Axis> axes = strategy.axes();
        json.writeStringField("symbol", head.symbols().get(setting.symbol()).symbol());
        json.writeStringField("strategy", strategy.name());
        json.writeFieldName("parameters");
        Json.point(json, axes, setting.values());
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
