package dev.winnow.engine.store;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes the metrics of a run's points to one append-only file of frames. All numbers are little-endian.
 *
 * <pre>
 * header  8 bytes  "WINNOWRS"
 *         int32    version, 1
 *         int32    points of a full frame, 4096
 *         int32    metrics of a point, M
 *         int32    n, then n bytes: metric names in UTF-8, joined by line feeds
 *         int32    CRC32C of all before
 * frame   int32    0x454D5246, the bytes "FRME"
 *         int32    encoding of the payload; 0: as below
 *         int32    group: ordinal of the symbol
 *         int64    index of the first point
 *         int32    number of points, N
 *         int32    number of failed points, F
 *         int32    bytes of the payload
 *         payload  F int32: positions of the failed points in the frame, rising
 *                  M * N float64: all of the first metric, then all of the second, ...
 *         int32    CRC32C of the frame, all before
 * </pre>
 *
 * <p>Within a group a frame ends where the next point's index is a multiple of 4096, or at the end of the group.
 * Batches do not show: equal results are equal bytes. A failed point's metrics are NaN, and every NaN is the same one.
 */
final class ResultsWriter implements Closeable {
    static final byte[] MAGIC = "WINNOWRS".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int FRAME_MAGIC = 0x454D5246;
    static final int FRAME_HEADER_BYTES = 32;
    static final int FRAME_POINTS = 4096;

    private final OutputStream out;
    private final int metrics;
    private final double[] columns;
    private final List<Integer> failed = new ArrayList<>();
    private int group;
    private long first;
    private int count;

    /** Begins a file; it must not exist as anything worth keeping. */
    ResultsWriter(Path file, List<String> metricNames) throws IOException {
        this.metrics = metricNames.size();
        this.columns = new double[metrics * FRAME_POINTS];
        // not a channel: that would be closed under us when the thread is interrupted
        this.out = new BufferedOutputStream(new java.io.FileOutputStream(file.toFile()), 1 << 16);
        writeHeader(metricNames);
    }

    /** Appends the batch's points; batches of a group come in order. */
    void accept(int groupOfBatch, Batch batch, Outcome outcome) {
        boolean someFailed = !outcome.failures().isEmpty();
        for (int i = 0; i < batch.count(); i++) {
            long index = batch.first() + i;
            if (count > 0 && (groupOfBatch != group || index != first + count)) {
                flush();
            }
            if (count == 0) {
                group = groupOfBatch;
                first = index;
            }
            if (someFailed && outcome.failures().containsKey(i)) {
                failed.add(count);
            }
            for (int m = 0; m < metrics; m++) {
                columns[m * FRAME_POINTS + count] = outcome.value(i, m);
            }
            count++;
            if ((index + 1) % FRAME_POINTS == 0) {
                flush();
            }
        }
    }

    /** Writes what is left and closes the file. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (count > 0) {
                writeFrame();
            }
        }
    }

    private void flush() {
        try {
            writeFrame();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write results", e);
        }
    }

    private void writeHeader(List<String> metricNames) throws IOException {
        byte[] names = String.join("\n", metricNames).getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[MAGIC.length + 4 * Integer.BYTES + names.length + Integer.BYTES];
        ByteBuffer bytes = littleEndian(header);
        bytes.put(MAGIC)
                .putInt(VERSION)
                .putInt(FRAME_POINTS)
                .putInt(metrics)
                .putInt(names.length)
                .put(names);
        seal(header);
    }

    private void writeFrame() throws IOException {
        int payload = failed.size() * Integer.BYTES + metrics * count * Double.BYTES;
        byte[] frame = new byte[FRAME_HEADER_BYTES + payload + Integer.BYTES];
        ByteBuffer bytes = littleEndian(frame);
        bytes.putInt(FRAME_MAGIC)
                .putInt(0)
                .putInt(group)
                .putLong(first)
                .putInt(count)
                .putInt(failed.size())
                .putInt(payload);
        failed.forEach(bytes::putInt);
        for (int m = 0; m < metrics; m++) {
            for (int i = 0; i < count; i++) {
                bytes.putLong(Double.doubleToLongBits(columns[m * FRAME_POINTS + i]));
            }
        }
        seal(frame);
        failed.clear();
        count = 0;
    }

    /** Puts the checksum into the last four bytes, over all before them, and writes the whole. */
    private void seal(byte[] bytes) throws IOException {
        int covered = bytes.length - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, covered);
        littleEndian(bytes).putInt(covered, (int) crc.getValue());
        out.write(bytes);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
