package dev.winnow.replay.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.engine.space.Axis;
import java.util.List;

/** A line of {@link JsonLinesReader}; whatever does not fit the head is refused as a {@link DamagedSignalException}. */
record JsonLine(JsonNode node, RecordingHead head) {
    boolean has(String field) {
        return node.has(field);
    }

    String text(String field) {
        JsonNode text = node.path(field);
        if (!text.isTextual()) {
            throw new DamagedSignalException("no '" + field + "'");
        }
        return text.textValue();
    }

    /** Ordinal of its symbol. */
    int symbol() {
        String name = text("symbol");
        int symbol =
                head.symbols().stream().map(RecordedSymbol::symbol).toList().indexOf(name);
        if (symbol < 0) {
            throw new DamagedSignalException("no symbol '" + name + "'");
        }
        return symbol;
    }

    RecordedSetting setting() {
        int symbol = symbol();
        String name = text("strategy");
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

    /** NaN, or -1, where it is no value of the axis. */
    private static double value(Axis axis, JsonNode value) {
        return switch (axis.type()) {
            case NUMBER -> value.isNumber() ? value.doubleValue() : Double.NaN;
            case FLAG -> value.isBoolean() ? (value.booleanValue() ? 1 : 0) : Double.NaN;
            case NAME -> axis.names().indexOf(value.asText());
        };
    }

    /** Bar of an event. */
    int bar(int least, int bars) {
        JsonNode bar = node.path("bar");
        if (!bar.isInt() || bar.intValue() < least || bar.intValue() >= bars) {
            throw new DamagedSignalException("bar " + bar + ", not from " + least + " to " + (bars - 1));
        }
        return bar.intValue();
    }

    /** Strength of an event. */
    double strength() {
        JsonNode strength = node.path("strength");
        if (!strength.isNumber() || !(Math.abs(strength.doubleValue()) <= 1)) {
            throw new DamagedSignalException("strength " + strength + ", not from -1 to 1");
        }
        return strength.doubleValue();
    }

    /** The times of a symbol's bars. */
    long[] times(int bars) {
        JsonNode array = node.path("times");
        if (!array.isArray() || array.size() != bars) {
            throw new DamagedSignalException("not " + bars + " times");
        }
        long[] time = new long[bars];
        for (int t = 0; t < bars; t++) {
            if (!array.get(t).isIntegralNumber() || !array.get(t).canConvertToLong()) {
                throw new DamagedSignalException("a time that is no whole number");
            }
            time[t] = array.get(t).longValue();
            if (t > 0 && time[t] <= time[t - 1]) {
                throw new DamagedSignalException("times that do not rise");
            }
        }
        return time;
    }

    /** Holds the line's checksum, where it has one, against that of what was read. */
    void check(String crc) {
        if (has("crc") && !text("crc").equals(crc)) {
            throw new DamagedSignalException("another checksum than what was read for "
                    + node.path("strategy").asText(node.path("symbol").asText()));
        }
    }
}
