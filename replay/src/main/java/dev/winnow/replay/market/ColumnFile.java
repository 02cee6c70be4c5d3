package dev.winnow.replay.market;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Bars as columns in a file that is mapped to be read. Little-endian:
 *
 * <pre>
 *   0  8 bytes   magic "WINNOWB1"
 *   8  int       version, 1
 *  12  int       1 if timed, else 0
 *  16  long      bars n
 *  24  long      rows dropped when the source was read
 *  32  32 bytes  key: SHA-256 of source and reading options
 *  64  long      CRC-32C of everything from byte 128 on
 *  72  long      CRC-32C of bytes 0 to 71
 *  80  48 bytes  zero
 * 128  n longs   time, then n doubles each of open, high, low, close, volume
 * </pre>
 *
 * The length is exactly 128 + 48 n. A file that differs in any of this, or whose key is another, is no column file:
 * it is read as absent and written anew.
 */
final class ColumnFile {
    private static final byte[] MAGIC = {'W', 'I', 'N', 'N', 'O', 'W', 'B', '1'};
    private static final int VERSION = 1;
    private static final int HEADER = 128;
    private static final int CHECKED_HEADER = 72;
    private static final int KEY = 32;
    private static final int COLUMNS = 6;
    private static final int CHUNK = 1 << 20;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private ColumnFile() {}

    /** The bars in the file; empty if it is missing, damaged, of another version or of another key. */
    static Optional<SourceBars> read(Path file, byte[] key, String symbol) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            long size = channel.size();
            if (size < HEADER || (size - HEADER) % (8 * COLUMNS) != 0) {
                return Optional.empty();
            }
            MemorySegment map = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            long bars = (size - HEADER) / (8 * COLUMNS);
            return sound(map, bars, key) ? Optional.of(bars(map, (int) bars, symbol)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean sound(MemorySegment map, long bars, byte[] key) {
        return Arrays.equals(map.asSlice(0, MAGIC.length).toArray(ValueLayout.JAVA_BYTE), MAGIC)
                && map.get(INT, 8) == VERSION
                && map.get(LONG, 16) == bars
                && bars < Integer.MAX_VALUE - 16
                && Arrays.equals(map.asSlice(32, KEY).toArray(ValueLayout.JAVA_BYTE), key)
                && map.get(LONG, 72) == crc(map.asSlice(0, CHECKED_HEADER))
                && map.get(LONG, 64) == crc(map.asSlice(HEADER));
    }

    private static long crc(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        for (long from = 0; from < bytes.byteSize(); from += CHUNK) {
            crc.update(bytes.asSlice(from, Math.min(CHUNK, bytes.byteSize() - from))
                    .asByteBuffer());
        }
        return crc.getValue();
    }

    private static SourceBars bars(MemorySegment map, int n, String symbol) {
        long[] time = new long[n];
        MemorySegment.copy(map, LONG, HEADER, time, 0, n);
        double[][] columns = new double[5][n];
        for (int i = 0; i < columns.length; i++) {
            MemorySegment.copy(map, DOUBLE, HEADER + 8L * n * (i + 1), columns[i], 0, n);
        }
        Bars bars = new Bars(
                symbol, map.get(INT, 12) == 1, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
        return new SourceBars(bars, map.get(LONG, 24));
    }

    /** Writes the whole file beside its place and moves it there, so that no reader ever sees a part of it. */
    static void write(Path file, byte[] key, SourceBars source) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "column-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                writeAll(channel, key, source);
                channel.force(true);
            }
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING); // the checksums still guard the reader
        }
    }

    // written through a buffer, not a map: a full disk is then an IOException and not a crash
    private static void writeAll(FileChannel channel, byte[] key, SourceBars source) throws IOException {
        Bars bars = source.bars();
        CRC32C crc = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(HEADER);
        for (int from = 0; from < bars.size(); from += CHUNK / 8) {
            int count = Math.min(CHUNK / 8, bars.size() - from);
            chunk.clear().asLongBuffer().put(bars.time(), from, count);
            put(channel, crc, chunk.limit(8 * count));
        }
        double[][] columns = {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        for (double[] column : columns) {
            for (int from = 0; from < column.length; from += CHUNK / 8) {
                int count = Math.min(CHUNK / 8, column.length - from);
                chunk.clear().asDoubleBuffer().put(column, from, count);
                put(channel, crc, chunk.limit(8 * count));
            }
        }
        channel.position(0);
        put(channel, new CRC32C(), header(key, source, crc.getValue()));
    }

    private static ByteBuffer header(byte[] key, SourceBars source, long columnsCrc) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC)
                .putInt(VERSION)
                .putInt(source.bars().timed() ? 1 : 0)
                .putLong(source.bars().size())
                .putLong(source.dropped())
                .put(key)
                .putLong(columnsCrc);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, CHECKED_HEADER);
        return header.putLong(crc.getValue()).clear();
    }

    private static void put(FileChannel channel, CRC32C crc, ByteBuffer bytes) throws IOException {
        crc.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
