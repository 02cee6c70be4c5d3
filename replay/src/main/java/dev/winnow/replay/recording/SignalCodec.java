package dev.winnow.replay.recording;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A signal as the payload of a block: four planes (enter-long, exit-long, enter-short, exit-short) by {@link PlaneCodec},
 * or a score by {@link ColumnCodec}, its items doubles or, in a quantised recording, whole numbers q of 8 or 16 bits
 * that stand for q / 127 or q / 32767.
 */
final class SignalCodec {
    private final int quantize;

    /** @param quantize bits of a score, 8 or 16; 0: scores are doubles */
    SignalCodec(int quantize) {
        this.quantize = quantize;
    }

    static BlockKind kind(Signal signal) {
        return signal instanceof Signal.Score ? BlockKind.SCORE : BlockKind.PLANES;
    }

    byte[] encode(Signal signal) {
        return switch (signal) {
            case Signal.Planes planes -> planes(planes.planes());
            case Signal.Score score -> score(score.values());
        };
    }

    private static byte[] planes(DecisionPlanes planes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long[] plane : all(planes)) {
            bytes.writeBytes(PlaneCodec.encode(plane, planes.bars()));
        }
        return bytes.toByteArray();
    }

    /** In the order in which they are kept. */
    static long[][] all(DecisionPlanes planes) {
        return new long[][] {planes.enterLong(), planes.exitLong(), planes.enterShort(), planes.exitShort()};
    }

    private byte[] score(double[] values) {
        int width = width();
        ByteBuffer items = ByteBuffer.allocate(width * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (quantize) {
                case 8 -> items.put((byte) code(value));
                case 16 -> items.putShort((short) code(value));
                default -> items.putDouble(value);
            }
        }
        return ColumnCodec.encode(items.array(), width);
    }

    /** The signal that comes back when this one is kept. */
    Signal rounded(Signal signal) {
        if (!(signal instanceof Signal.Score score) || quantize == 0) {
            return signal;
        }
        double[] values = score.values().clone();
        for (int t = 0; t < values.length; t++) {
            values[t] = (double) code(values[t]) / greatest();
        }
        return new Signal.Score(values);
    }

    private int width() {
        return quantize == 0 ? Double.BYTES : quantize / Byte.SIZE;
    }

    private long code(double value) {
        return Math.round(value * greatest());
    }

    private int greatest() {
        return (1 << (quantize - 1)) - 1;
    }

    /**
     * The signal of a payload.
     *
     * @throws DamagedSignalException when it is none of that kind over so many bars
     */
    Signal decode(BlockKind kind, ByteBuffer payload, int bars) {
        payload.order(ByteOrder.LITTLE_ENDIAN);
        try {
            Signal signal =
                    switch (kind) {
                        case PLANES ->
                            new Signal.Planes(new DecisionPlanes(
                                    bars,
                                    PlaneCodec.decode(payload, bars),
                                    PlaneCodec.decode(payload, bars),
                                    PlaneCodec.decode(payload, bars),
                                    PlaneCodec.decode(payload, bars)));
                        case SCORE -> new Signal.Score(score(payload, bars));
                        case FAILED, TIME -> throw new DamagedSignalException("no signal");
                    };
            if (payload.hasRemaining()) {
                throw new DamagedSignalException("a signal with more behind it");
            }
            return signal;
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new DamagedSignalException("a signal that is cut off", e);
        }
    }

    private double[] score(ByteBuffer payload, int bars) {
        ByteBuffer items = ColumnCodec.decode(payload, bars, width());
        double[] values = new double[bars];
        for (int t = 0; t < bars; t++) {
            double value =
                    switch (quantize) {
                        case 8 -> (double) items.get() / greatest();
                        case 16 -> (double) items.getShort() / greatest();
                        default -> items.getDouble();
                    };
            if (!(value >= -1 && value <= 1)) {
                throw new DamagedSignalException("a score of " + value + ", outside -1 to 1");
            }
            values[t] = value;
        }
        return values;
    }

    /** CRC-32C of a signal's planes, or of its score, eight bytes a word or value, little-endian: eight hex digits. */
    static String crc(Signal signal) {
        return switch (signal) {
            case Signal.Planes planes -> {
                int words = BitPlanes.words(planes.bars());
                ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES * words).order(ByteOrder.LITTLE_ENDIAN);
                LongBuffer all = bytes.asLongBuffer();
                for (long[] plane : all(planes.planes())) {
                    all.put(plane, 0, words);
                }
                yield crc(bytes);
            }
            case Signal.Score score -> {
                ByteBuffer bytes =
                        ByteBuffer.allocate(Double.BYTES * score.bars()).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(score.values());
                yield crc(bytes);
            }
        };
    }

    /** CRC-32C of times, likewise. */
    static String crc(long[] time) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * time.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(time);
        return crc(bytes);
    }

    private static String crc(ByteBuffer bytes) {
        return HexFormat.of().toHexDigits(Block.crc(bytes));
    }

    /** The times of all bars as a payload: the first, then the steps to the next. */
    static byte[] encodeTimes(long[] time) {
        ByteBuffer steps = ByteBuffer.allocate(Long.BYTES * time.length).order(ByteOrder.LITTLE_ENDIAN);
        long before = 0;
        for (long moment : time) {
            steps.putLong(moment - before);
            before = moment;
        }
        return ColumnCodec.encode(steps.array(), Long.BYTES);
    }

    /** @throws DamagedSignalException when they are not the times of so many bars */
    static long[] decodeTimes(ByteBuffer payload, int bars) {
        payload.order(ByteOrder.LITTLE_ENDIAN);
        try {
            ByteBuffer steps = ColumnCodec.decode(payload, bars, Long.BYTES);
            long[] time = new long[bars];
            long moment = 0;
            for (int t = 0; t < bars; t++) {
                moment += steps.getLong();
                time[t] = moment;
                if (t > 0 && moment <= time[t - 1]) {
                    throw new DamagedSignalException("times that do not rise");
                }
            }
            return time;
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new DamagedSignalException("times that are cut off", e);
        }
    }

    static byte[] encodeCause(String cause) {
        return cause.getBytes(StandardCharsets.UTF_8);
    }
}
