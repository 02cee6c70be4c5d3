package dev.winnow.engine.artifact;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Columns of eight-byte values. Layout, little-endian: the type's letter as an int, the number of columns, the length of
 * each, then the values column by column.
 *
 * @param <C> the array of one column
 */
final class ColumnType<C> implements ArtifactType<C[]> {
    private final int letter;
    private final ToIntFunction<C> length;
    private final IntFunction<C> column;
    private final IntFunction<C[]> columns;
    private final BiConsumer<ByteBuffer, C> write;
    private final BiConsumer<ByteBuffer, C> read;

    private ColumnType(
            char letter,
            ToIntFunction<C> length,
            IntFunction<C> column,
            IntFunction<C[]> columns,
            BiConsumer<ByteBuffer, C> write,
            BiConsumer<ByteBuffer, C> read) {
        this.letter = letter;
        this.length = length;
        this.column = column;
        this.columns = columns;
        this.write = write;
        this.read = read;
    }

    static ColumnType<double[]> ofDoubles() {
        return new ColumnType<>(
                'D',
                values -> values.length,
                double[]::new,
                double[][]::new,
                (buffer, values) -> buffer.asDoubleBuffer().put(values),
                (buffer, values) -> buffer.asDoubleBuffer().get(values));
    }

    static ColumnType<long[]> ofLongs() {
        return new ColumnType<>(
                'L',
                values -> values.length,
                long[]::new,
                long[][]::new,
                (buffer, values) -> buffer.asLongBuffer().put(values),
                (buffer, values) -> buffer.asLongBuffer().get(values));
    }

    @Override
    public long heapBytes(C[] value) {
        long bytes = 2 * Integer.BYTES;
        for (C values : value) {
            bytes += Integer.BYTES + (long) Long.BYTES * length.applyAsInt(values);
        }
        return bytes;
    }

    @Override
    public byte[] encode(C[] value) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.toIntExact(heapBytes(value))).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(letter).putInt(value.length);
        for (C values : value) {
            buffer.putInt(length.applyAsInt(values));
        }
        for (C values : value) {
            write.accept(buffer, values);
            buffer.position(buffer.position() + Long.BYTES * length.applyAsInt(values));
        }
        return buffer.array();
    }

    @Override
    public C[] decode(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (buffer.getInt() != letter) {
                throw new IllegalArgumentException("not a payload of columns of type " + (char) letter);
            }
            C[] value = columns.apply(Math.min(buffer.getInt(), payload.length));
            for (int c = 0; c < value.length; c++) {
                value[c] = column.apply(Math.min(buffer.getInt(), payload.length));
            }
            for (C values : value) {
                read.accept(buffer, values);
                buffer.position(buffer.position() + Long.BYTES * length.applyAsInt(values));
            }
            return value;
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("a payload of columns that ends too early", e);
        }
    }
}
