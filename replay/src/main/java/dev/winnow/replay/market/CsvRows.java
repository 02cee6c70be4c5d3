package dev.winnow.replay.market;

import com.fasterxml.jackson.core.io.NumberInput;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of a CSV parser as they pass: the first row is the header, every other one a bar. The handler is its
 * own record, one for all rows, so that a row makes no garbage.
 */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows> {
    private final String source;
    private final char separator;
    private final BadRows badRows;
    private final Function<ColumnLayout, BarSink> sinks;
    private final TimeText times = new TimeText();

    private @Nullable ColumnLayout layout;
    private @Nullable BarSink sink;
    private final List<String> header = new ArrayList<>();

    private final double[] values = new double[5];
    private long day;
    private long clock;
    private int seen;
    private long problemsBefore;

    /** @param sinks where the bars go, asked once the header is known */
    CsvRows(String source, char separator, BadRows badRows, Function<ColumnLayout, BarSink> sinks) {
        this.source = source;
        this.separator = separator;
        this.badRows = badRows;
        this.sinks = sinks;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        seen = 0;
        day = 0;
        clock = 0;
        Arrays.fill(values, 0);
        problemsBefore = badRows.problems();
    }

    @Override
    protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
        if (layout == null) {
            header.add(new String(text, offset, length));
            return;
        }
        int role = layout.role(column);
        if (role >= 0) {
            seen |= 1 << role;
            switch (role) {
                case ColumnLayout.TIME -> {
                    day = times.parse(text, offset, length);
                    refuse(day, role, text, offset, length);
                }
                case ColumnLayout.CLOCK -> {
                    clock = times.parseClock(text, offset, length);
                    refuse(clock, role, text, offset, length);
                }
                default -> values[role] = number(role, text, offset, length);
            }
        } else if (column >= layout.width() && !blank(text, offset, length)) {
            badRows.add(
                    getStartingLineNumber(),
                    Integer.toString(column + 1),
                    new String(text, offset, length),
                    "stands past the " + layout.width() + " columns of the header");
        }
    }

    private void refuse(long time, int role, char[] text, int offset, int length) {
        if (time == TimeText.INVALID && layout != null) {
            badRows.add(getStartingLineNumber(), layout.name(role), new String(text, offset, length), times.problem());
        }
    }

    private double number(int role, char[] text, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (from < to && text[to - 1] <= ' ') {
            to--;
        }
        boolean plain = from < to;
        for (int i = from; i < to; i++) {
            char c = text[i];
            // a double's own grammar also takes hexadecimal and type letters, which no price list means
            plain &= (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
        }
        if (plain) {
            try {
                return NumberInput.parseDouble(text, from, to - from, true);
            } catch (NumberFormatException e) {
                plain = false;
            }
        }
        if (layout != null) {
            String number = new String(text, from, to - from);
            badRows.add(
                    getStartingLineNumber(),
                    layout.name(role),
                    number,
                    number.isEmpty()
                            ? "is missing"
                            : number.indexOf(',') >= 0
                                    ? "is not a number; write a decimal point and no thousands separator"
                                    : "is not a number");
        }
        return 0;
    }

    private static boolean blank(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    protected CsvRows buildRecord() {
        return this;
    }

    /** Takes the row whose fields have passed; called once a row. */
    void finish() {
        if (layout == null || sink == null) {
            begin();
            return;
        }
        for (int role = 0; role <= ColumnLayout.CLOCK; role++) {
            if (layout.place(role) >= 0 && (seen & (1 << role)) == 0) {
                badRows.add(getStartingLineNumber(), layout.name(role), "", "is missing: the line ends before it");
            }
        }
        if (badRows.problems() > problemsBefore) {
            badRows.drop();
        } else {
            sink.add(getStartingLineNumber(), day + clock, values);
        }
    }

    private void begin() {
        String where = source + ", line " + getStartingLineNumber();
        if (ColumnLayout.known(header) == 0 && header.stream().anyMatch(CsvRows::looksLikeData)) {
            throw new UserError(where + ": " + Quoted.of(String.join(String.valueOf(separator), header))
                    + " is a bar, not a header; put a line like date,open,high,low,close,volume before it");
        }
        layout = ColumnLayout.of(source, where, header);
        sink = sinks.apply(layout);
    }

    private static boolean looksLikeData(String cell) {
        return !cell.isBlank() && new TimeText().parse(cell) != TimeText.INVALID;
    }

    /** Whether the header has passed. */
    boolean begun() {
        return layout != null;
    }
}
