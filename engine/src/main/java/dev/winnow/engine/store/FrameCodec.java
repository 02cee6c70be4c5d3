package dev.winnow.engine.store;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A frame as bytes; all numbers are little-endian.
 *
 * <pre>
 * int32    0x454D5246, the bytes "FRME"
 * int32    version, 1
 * int32    codec of the payload: 0 as it is, 1 Zstandard
 * int32    group: ordinal of the symbol
 * int64    index of the first point
 * int32    number of points, N
 * int32    number of columns, C
 * int32    number of failed points, F
 * int32    bytes of the payload
 * int32    bytes of the payload as stored
 * payload  C * N float64: all of the first column, then all of the second, ...; every NaN is the same one
 *          F times: int32 position in the frame, int32 n, n bytes of the cause in UTF-8; positions rise
 * int32    CRC32C of all before
 * </pre>
 */
final class FrameCodec {
    private static final int MAGIC = 0x454D5246;
    private static final int VERSION = 1;
    private static final int PLAIN = 0;
    private static final int ZSTANDARD = 1;
    private static final int HEADER_BYTES = 44;

    /** More than any frame of this version holds: a damaged length must not ask for all memory. */
    private static final int MAX_PAYLOAD = 1 << 30;

    /** The quickest level but for the negative ones: beyond it doubles hardly get smaller. */
    private static final int LEVEL = 1;

    private FrameCodec() {}

    /** The frame as bytes. Equal frames are equal bytes; compressed only if asked for and smaller so. */
    static byte[] encode(Frame frame, boolean compress) {
        byte[] plain = plain(frame);
        int length = plain.length - HEADER_BYTES - Integer.BYTES;
        if (compress) {
            byte[] smaller = new byte[plain.length];
            long stored = Zstd.compressByteArray(
                    smaller, HEADER_BYTES, Math.max(0, length - 1), plain, HEADER_BYTES, length, LEVEL);
            if (!Zstd.isError(stored)) { // an error: there was not enough room, so that it is not smaller
                byte[] bytes = Arrays.copyOf(smaller, HEADER_BYTES + (int) stored + Integer.BYTES);
                header(bytes, frame, ZSTANDARD, length, (int) stored);
                seal(bytes);
                return bytes;
            }
        }
        header(plain, frame, PLAIN, length, length);
        seal(plain);
        return plain;
    }

    private static void header(byte[] bytes, Frame frame, int codec, int length, int stored) {
        littleEndian(bytes)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putInt(codec)
                .putInt(frame.group())
                .putLong(frame.first())
                .putInt(frame.count())
                .putInt(frame.columns().length)
                .putInt(frame.failures().size())
                .putInt(length)
                .putInt(stored);
    }

    /** Puts the checksum into the last four bytes, over all before them. */
    static void seal(byte[] bytes) {
        int covered = bytes.length - Integer.BYTES;
        littleEndian(bytes).putInt(covered, checksum(bytes, covered));
    }

    static boolean sealed(byte[] bytes) {
        int covered = bytes.length - Integer.BYTES;
        return littleEndian(bytes).getInt(covered) == checksum(bytes, covered);
    }

    /** The bytes of the next frame, null at the end and where what follows is cut off or is no whole frame. */
    static byte @Nullable [] read(InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            return null;
        }
        ByteBuffer head = littleEndian(header);
        int length = head.getInt(HEADER_BYTES - Integer.BYTES);
        if (head.getInt(0) != MAGIC || head.getInt(4) != VERSION || length < 0 || length > MAX_PAYLOAD) {
            return null;
        }
        byte[] rest = in.readNBytes(length + Integer.BYTES);
        if (rest.length < length + Integer.BYTES) {
            return null;
        }
        byte[] bytes = new byte[header.length + rest.length];
        System.arraycopy(header, 0, bytes, 0, header.length);
        System.arraycopy(rest, 0, bytes, header.length, rest.length);
        return sealed(bytes) ? bytes : null;
    }

    /** The frame that these bytes of {@link #read} hold. */
    static Frame decode(byte[] bytes) {
        ByteBuffer in = littleEndian(bytes).position(8);
        int codec = in.getInt();
        int group = in.getInt();
        long first = in.getLong();
        int count = in.getInt();
        double[][] columns = new double[in.getInt()][count];
        int failed = in.getInt();
        int length = in.getInt();
        byte[] stored = new byte[in.getInt()];
        in.get(stored);
        ByteBuffer payload = littleEndian(codec == ZSTANDARD ? Zstd.decompress(stored, length) : stored);
        for (double[] column : columns) {
            payload.asDoubleBuffer().get(column);
            payload.position(payload.position() + count * Double.BYTES);
        }
        SortedMap<Integer, String> failures = new TreeMap<>();
        for (int f = 0; f < failed; f++) {
            int position = payload.getInt();
            byte[] cause = new byte[payload.getInt()];
            payload.get(cause);
            failures.put(position, new String(cause, StandardCharsets.UTF_8));
        }
        return new Frame(group, first, count, columns, failures);
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The payload as it is, with room for header and checksum around it. */
    private static byte[] plain(Frame frame) {
        byte[][] causes = new byte[frame.failures().size()][];
        int length = frame.columns().length * frame.count() * Double.BYTES;
        int c = 0;
        for (String cause : frame.failures().values()) {
            causes[c] = cause.getBytes(StandardCharsets.UTF_8);
            length += 2 * Integer.BYTES + causes[c++].length;
        }
        byte[] bytes = new byte[HEADER_BYTES + length + Integer.BYTES];
        ByteBuffer out = littleEndian(bytes).position(HEADER_BYTES);
        for (double[] column : frame.columns()) {
            out.asDoubleBuffer().put(column);
            out.position(out.position() + column.length * Double.BYTES);
        }
        c = 0;
        for (Map.Entry<Integer, String> failure : frame.failures().entrySet()) {
            out.putInt(failure.getKey()).putInt(causes[c].length).put(causes[c++]);
        }
        return bytes;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
