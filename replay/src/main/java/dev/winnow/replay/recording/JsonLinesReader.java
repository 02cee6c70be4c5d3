package dev.winnow.replay.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.engine.UserError;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that {@link JsonLinesWriter} wrote into a recording. Events stand behind the line of their setting, in
 * the order of their bars. Checksums, which other tools may leave out, are held against what was read; whatever does not
 * fit is refused with its line.
 */
public final class JsonLinesReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RecordingWriter writer;
    private final RecordingHead head;
    private final List<long[]> time = new ArrayList<>();
    private long settings;
    private @Nullable JsonLine open;
    private @Nullable SignalBuilder builder;

    private JsonLinesReader(RecordingWriter writer, RecordingHead head) {
        this.writer = writer;
        this.head = head;
    }

    /**
     * Records what the lines say. A recording of the same that was cut off is gone on with.
     *
     * @return settings that there are now
     * @throws UserError naming the line that cannot be
     */
    public static long read(Path lines, Path folder) throws IOException {
        long number = 0;
        try (BufferedReader in = Files.newBufferedReader(lines)) {
            number = 1;
            RecordingHead head = head(in.readLine());
            try (RecordingWriter writer = RecordingWriter.open(folder, head)) {
                JsonLinesReader reader = new JsonLinesReader(writer, head);
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    number++;
                    reader.line(line);
                }
                number++;
                return reader.end();
            }
        } catch (JsonProcessingException | DamagedSignalException e) {
            throw new UserError(lines + " line " + number + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + "; give a file that 'winnow record --jsonl' or 'winnow signals export' wrote");
        } catch (CharacterCodingException e) {
            throw new UserError(lines + ": not readable as UTF-8 text; give a file of lines of JSON");
        }
    }

    private static RecordingHead head(@Nullable String line) throws JsonProcessingException {
        JsonNode head = line == null ? null : MAPPER.readTree(line).get("recording");
        if (head == null) {
            throw new DamagedSignalException("no 'recording' is told of");
        }
        return HeadJson.of(head.toString());
    }

    private void line(String text) throws IOException {
        JsonLine line = new JsonLine(MAPPER.readTree(text), head);
        if (line.has("times")) {
            times(line);
        } else if (line.has("signal")) {
            flush();
            begin(line);
        } else {
            event(line);
        }
    }

    private void times(JsonLine line) throws IOException {
        int symbol = time.size();
        if (symbol >= head.symbols().size() || line.symbol() != symbol) {
            throw new DamagedSignalException("times of a symbol out of turn");
        }
        long[] times = line.times(head.symbols().get(symbol).bars());
        line.check(SignalCodec.crc(times));
        time.add(times);
        if (time.size() > writer.times()) {
            writer.times(times);
        }
    }

    private void begin(JsonLine line) {
        RecordedSetting setting = line.setting();
        String kind = line.text("signal");
        boolean scored = head.strategies().get(setting.strategy()).rule() instanceof SignalRule.Score;
        boolean none = kind.equals(JsonLinesWriter.NONE);
        if (!none && !kind.equals(scored ? JsonLinesWriter.SCORE : JsonLinesWriter.PLANES)) {
            throw new DamagedSignalException("a signal of kind '" + kind + "'");
        }
        if (setting.symbol() >= time.size()) {
            throw new DamagedSignalException("a signal before the times of its symbol");
        }
        open = line;
        builder = none
                ? null
                : new SignalBuilder(scored, head.symbols().get(setting.symbol()).bars());
    }

    private void event(JsonLine line) {
        RecordedSetting setting = line.setting();
        SignalBuilder building = builder;
        if (open == null || building == null || !setting.isSame(open.setting())) {
            throw new DamagedSignalException("an event that does not stand behind its setting");
        }
        RecordedSymbol symbol = head.symbols().get(setting.symbol());
        int bar = line.bar(building.leastBar(), symbol.bars());
        String moment = Bars.timeText(symbol.timed(), time.get(setting.symbol())[bar]);
        if (!line.text("time").equals(moment)) {
            throw new DamagedSignalException("time '" + line.text("time") + "', but bar " + bar + " is of " + moment);
        }
        building.add(new SignalEvent(bar, line.text("direction"), line.strength()));
    }

    /** Appends the signal whose events have all been read. */
    private void flush() throws IOException {
        JsonLine done = open;
        if (done != null && settings++ >= writer.kept()) {
            writer.append(block(done));
        }
        open = null;
    }

    private byte[] block(JsonLine done) {
        SignalBuilder built = builder;
        if (built == null) {
            return writer.encodeFailure(done.setting(), done.text("cause"));
        }
        Signal signal = built.signal();
        done.check(SignalCodec.crc(signal));
        return writer.encode(done.setting(), signal);
    }

    private long end() throws IOException {
        flush();
        if (time.size() < head.symbols().size() || settings != head.settings()) {
            throw new DamagedSignalException(
                    "the lines end after " + settings + " of " + head.settings() + " settings");
        }
        return settings;
    }
}
