package dev.winnow.engine.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.space.Axis;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values read in JSON: a number in the fewest digits that read back to it, whole numbers without a fraction, null
 * for what is undefined or infinite. Streamed, since binding whole trees costs start-up time.
 */
public final class Json {
    /** From here on a double's digits say less than its exponent. */
    private static final double MAX_WHOLE = 1e15;

    private Json() {}

    /** A factory whose generators leave the stream or writer under them open. */
    public static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    /** Writes a number; NaN and infinities are null. */
    public static void number(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < MAX_WHOLE && !negativeZero(value)) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    /** Writes a value of the axis: a number, a boolean or a name. */
    public static void value(JsonGenerator json, Axis axis, double value) throws IOException {
        switch (axis.type()) {
            case NUMBER -> number(json, value);
            case FLAG -> json.writeBoolean(value != 0);
            case NAME -> json.writeString(axis.text(value));
        }
    }

    /** Writes an object with the values of a point, by axis name. */
    public static void point(JsonGenerator json, Iterable<Axis> axes, double[] values) throws IOException {
        json.writeStartObject();
        int a = 0;
        for (Axis axis : axes) {
            json.writeFieldName(axis.name());
            value(json, axis, values[a++]);
        }
        json.writeEndObject();
    }

    /** Writes maps, iterables, numbers, booleans and null as they are, anything else as its text. */
    public static void tree(JsonGenerator json, @Nullable Object tree) throws IOException {
        switch (tree) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    tree(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    tree(json, item);
                }
                json.writeEndArray();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Number number -> number(json, number.doubleValue());
            default -> json.writeString(tree.toString());
        }
    }

    private static boolean negativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}
