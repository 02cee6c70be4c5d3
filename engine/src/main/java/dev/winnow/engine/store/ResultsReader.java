package dev.winnow.engine.store;

import dev.winnow.engine.UserError;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads the frames of a results file in order and checks each; the format stands at {@link ResultsWriter}. */
public final class ResultsReader implements Closeable {
    /** More than any frame of this version holds: a damaged length must not ask for all memory. */
    private static final int MAX_PAYLOAD = 1 << 30;

    private static final int MAX_NAMES_BYTES = 1 << 20;

    /**
     * Consecutive points of one group.
     *
     * @param group ordinal of the symbol
     * @param first index of the first point
     * @param failed positions in the frame of points that failed, rising
     * @param columns double[metrics][points], NaN where undefined
     */
    public record Frame(int group, long first, int[] failed, double[][] columns) {
        /** Number of points. */
        public int count() {
            return columns.length == 0 ? 0 : columns[0].length;
        }
    }

    private final Path file;
    private final InputStream in;
    private final List<String> metrics;
    private long position;

    private ResultsReader(Path file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        this.metrics = readHeader();
    }

    /**
     * Opens a results file.
     *
     * @throws UserError when it is no results file, of another version, or damaged
     */
    public static ResultsReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16);
        try {
            return new ResultsReader(file, in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Names of the metrics, in column order. */
    public List<String> metrics() {
        return metrics;
    }

    /**
     * The next frame, empty at the end of the file.
     *
     * @throws UserError when the frame is cut off or damaged
     */
    public Optional<Frame> next() throws IOException {
        byte[] head = in.readNBytes(ResultsWriter.FRAME_HEADER_BYTES);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < ResultsWriter.FRAME_HEADER_BYTES) {
            throw damaged("is cut off");
        }
        ByteBuffer header = littleEndian(head);
        int magic = header.getInt();
        int encoding = header.getInt();
        int group = header.getInt();
        long first = header.getLong();
        int count = header.getInt();
        int failures = header.getInt();
        int length = header.getInt();
        long expected = (long) failures * Integer.BYTES + (long) metrics.size() * count * Double.BYTES;
        if (magic != ResultsWriter.FRAME_MAGIC
                || count < 0
                || failures < 0
                || failures > count
                || length > MAX_PAYLOAD) {
            throw damaged("is damaged");
        }
        if (encoding != 0 || length != expected) {
            throw damaged("has the unknown encoding " + encoding);
        }
        ByteBuffer payload = sealed(head, length);
        int[] failed = new int[failures];
        Arrays.setAll(failed, i -> payload.getInt());
        double[][] columns = new double[metrics.size()][count];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> payload.getDouble());
        }
        return Optional.of(new Frame(group, first, failed, columns));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private List<String> readHeader() throws IOException {
        int fixed = ResultsWriter.MAGIC.length + 4 * Integer.BYTES;
        byte[] head = in.readNBytes(fixed);
        if (head.length < fixed
                || !Arrays.equals(
                        head, 0, ResultsWriter.MAGIC.length, ResultsWriter.MAGIC, 0, ResultsWriter.MAGIC.length)) {
            throw new UserError("results file " + file + " is none of winnow's; name the results of a run");
        }
        ByteBuffer header = littleEndian(head).position(ResultsWriter.MAGIC.length);
        int version = header.getInt();
        if (version != ResultsWriter.VERSION) {
            throw new UserError("results file " + file + " has version " + version + ", known is "
                    + ResultsWriter.VERSION + "; run the sweep again with this winnow");
        }
        header.getInt(); // points of a full frame: of use to a writer that goes on
        int count = header.getInt();
        int length = header.getInt();
        if (length < 0 || length > MAX_NAMES_BYTES) {
            throw damaged("is damaged");
        }
        ByteBuffer names = sealed(head, length);
        String text = StandardCharsets.UTF_8.decode(names).toString();
        List<String> list = text.isEmpty() ? List.of() : List.of(text.split("\n"));
        if (list.size() != count) {
            throw damaged("is damaged");
        }
        return list;
    }

    /** Reads a part of this length and the checksum over the head and it. */
    private ByteBuffer sealed(byte[] head, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        byte[] sum = in.readNBytes(Integer.BYTES);
        if (body.length < length || sum.length < Integer.BYTES) {
            throw damaged("is cut off");
        }
        CRC32C crc = new CRC32C();
        crc.update(head);
        crc.update(body);
        if (littleEndian(sum).getInt() != (int) crc.getValue()) {
            throw damaged("is damaged");
        }
        position += head.length + length + Integer.BYTES;
        return littleEndian(body);
    }

    private UserError damaged(String how) {
        return new UserError(
                "results file " + file + ": the part at byte " + position + " " + how + "; run the sweep again");
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
