package dev.winnow.replay.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    private @Nullable RecordedSetting setting;
    private JsonNode begin = MissingNode.getInstance();
    private String kind = "";
    private String cause = "";
    private int last = -1;
    private long[][] planes = new long[0][];
    private double[] score = new double[0];

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

    private void line(String line) throws IOException {
        JsonNode node = MAPPER.readTree(line);
        if (node.has("times")) {
            times(node);
        } else if (node.has("signal")) {
            flush();
            begin(node);
        } else {
            event(node);
        }
    }

    private void times(JsonNode node) throws IOException {
        int times = this.time.size();
        if (times >= head.symbols().size() || symbol(node) != times) {
            throw new DamagedSignalException("times of a symbol out of turn");
        }
        JsonNode array = node.get("times");
        long[] time = new long[head.symbols().get(times).bars()];
        if (!array.isArray() || array.size() != time.length) {
            throw new DamagedSignalException("not " + time.length + " times");
        }
        for (int t = 0; t < time.length; t++) {
            if (!array.get(t).canConvertToLong() || !array.get(t).isIntegralNumber()) {
                throw new DamagedSignalException("a time that is no whole number");
            }
            time[t] = array.get(t).longValue();
            if (t > 0 && time[t] <= time[t - 1]) {
                throw new DamagedSignalException("times that do not rise");
            }
        }
        check(node, SignalCodec.crc(time));
        this.time.add(time);
        if (this.time.size() > writer.times()) {
            writer.times(time);
        }
    }

    private void begin(JsonNode node) {
        RecordedSetting begun = setting(node);
        int bars = head.symbols().get(begun.symbol()).bars();
        kind = text(node, "signal");
        boolean scored = head.strategies().get(begun.strategy()).rule() instanceof SignalRule.Score;
        if (!kind.equals(JsonLinesWriter.NONE)
                && !kind.equals(scored ? JsonLinesWriter.SCORE : JsonLinesWriter.PLANES)) {
            throw new DamagedSignalException("a signal of kind '" + kind + "'");
        }
        if (begun.symbol() >= time.size()) {
            throw new DamagedSignalException("a signal before the times of its symbol");
        }
        begin = node;
        cause = kind.equals(JsonLinesWriter.NONE) ? text(node, "cause") : "";
        setting = begun;
        last = -1;
        planes = kind.equals(JsonLinesWriter.PLANES) ? new long[4][BitPlanes.words(bars)] : new long[0][];
        score = kind.equals(JsonLinesWriter.SCORE) ? new double[bars] : new double[0];
    }

    private void event(JsonNode node) {
        RecordedSetting of = setting(node);
        RecordedSetting open = setting;
        if (open == null
                || kind.equals(JsonLinesWriter.NONE)
                || of.symbol() != open.symbol()
                || of.strategy() != open.strategy()
                || !Arrays.equals(of.values(), open.values())) {
            throw new DamagedSignalException("an event that does not stand behind its setting");
        }
        JsonNode bar = node.path("bar");
        JsonNode strength = node.path("strength");
        RecordedSymbol symbol = head.symbols().get(of.symbol());
        if (!bar.isInt() || bar.intValue() < Math.max(0, last) || bar.intValue() >= symbol.bars()) {
            throw new DamagedSignalException(
                    "bar " + bar + ", not from " + Math.max(0, last) + " to " + (symbol.bars() - 1));
        }
        int at = bar.intValue();
        String moment = Bars.timeText(symbol.timed(), time.get(of.symbol())[at]);
        if (!text(node, "time").equals(moment)) {
            throw new DamagedSignalException("time '" + text(node, "time") + "', but bar " + at + " is of " + moment);
        }
        if (!strength.isNumber() || !(Math.abs(strength.doubleValue()) <= 1)) {
            throw new DamagedSignalException("strength " + strength + ", not from -1 to 1");
        }
        boolean twice;
        if (kind.equals(JsonLinesWriter.SCORE)) {
            twice = at == last;
            Arrays.fill(score, Math.min(last + 1, at), at, last < 0 ? 0 : score[last]);
            score[at] = strength.doubleValue();
        } else {
            int plane = SignalEvent.plane(text(node, "direction"));
            if (plane < 0) {
                throw new DamagedSignalException("direction '" + text(node, "direction") + "' is no plane");
            }
            twice = BitPlanes.get(planes[plane], at);
            BitPlanes.set(planes[plane], at);
        }
        if (twice) {
            throw new DamagedSignalException("a second event of its kind at bar " + at);
        }
        last = at;
    }

    /** Appends the signal whose events have all been read. */
    private void flush() throws IOException {
        RecordedSetting done = setting;
        if (done == null) {
            return;
        }
        if (settings++ >= writer.kept()) {
            writer.append(block(done));
        }
        setting = null;
    }

    private byte[] block(RecordedSetting done) {
        if (kind.equals(JsonLinesWriter.NONE)) {
            return writer.encodeFailure(done, cause);
        }
        Signal signal = signal(head.symbols().get(done.symbol()).bars());
        check(begin, SignalCodec.crc(signal));
        return writer.encode(done, signal);
    }

    private Signal signal(int bars) {
        if (kind.equals(JsonLinesWriter.PLANES)) {
            return new Signal.Planes(new DecisionPlanes(bars, planes[0], planes[1], planes[2], planes[3]));
        }
        if (last >= 0) {
            Arrays.fill(score, last + 1, bars, score[last]);
        }
        return new Signal.Score(score);
    }

    private static void check(JsonNode node, String crc) {
        if (node.has("crc") && !text(node, "crc").equals(crc)) {
            throw new DamagedSignalException("what follows the line of "
                    + node.path("strategy").asText(node.path("symbol").asText()) + " has another checksum");
        }
    }

    private long end() throws IOException {
        flush();
        if (time.size() < head.symbols().size() || settings != head.settings()) {
            throw new DamagedSignalException(
                    "the lines end after " + settings + " of " + head.settings() + " settings");
        }
        return settings;
    }

    private RecordedSetting setting(JsonNode node) {
        int symbol = symbol(node);
        String name = text(node, "strategy");
        List<SignalSource> strategies = head.strategies();
        int strategy = strategies.stream().map(SignalSource::name).toList().indexOf(name);
        if (strategy < 0) {
            throw new DamagedSignalException("no strategy '" + name + "'");
        }
        List<Axis> axes = strategies.get(strategy).axes();
        JsonNode parameters = node.path("parameters");
        double[] values = new double[axes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(axes.get(i), parameters.path(axes.get(i).name()));
        }
        if (parameters.size() != values.length || !strategies.get(strategy).has(values)) {
            throw new DamagedSignalException("parameters " + parameters + ", which are not those of " + name);
        }
        return new RecordedSetting(symbol, strategy, values);
    }

    /** NaN where it is no value of the axis. */
    private static double value(Axis axis, JsonNode value) {
        return switch (axis.type()) {
            case NUMBER -> value.isNumber() ? value.doubleValue() : Double.NaN;
            case FLAG -> value.isBoolean() ? (value.booleanValue() ? 1 : 0) : Double.NaN;
            case NAME -> axis.names().indexOf(value.asText());
        };
    }

    private int symbol(JsonNode node) {
        String name = text(node, "symbol");
        int symbol =
                head.symbols().stream().map(RecordedSymbol::symbol).toList().indexOf(name);
        if (symbol < 0) {
            throw new DamagedSignalException("no symbol '" + name + "'");
        }
        return symbol;
    }

    private static String text(JsonNode node, String field) {
        JsonNode text = node.path(field);
        if (!text.isTextual()) {
            throw new DamagedSignalException("no '" + field + "'");
        }
        return text.textValue();
    }
}
