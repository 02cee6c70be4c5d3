package dev.winnow.engine.store;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A frame as bytes; all numbers are little-endian.
 *
 * <pre>
 * int32    0x454D5246, the bytes "FRME"
 * int32    version, 2
 * int32    codec of the payload: 0 as it is, 1 Zstandard
 * int32    group: ordinal of the symbol
 * int64    index of the first point
 * int32    number of points, N
 * int32    number of columns, C
 * int32    number of failed points, F
 * int32    bytes of the payload
 * int32    bytes of the payload as stored
 * payload  C columns of N numbers as {@link ColumnCodec} writes them: parameters, then metrics; every NaN is the same one
 *          F times: int32 position in the frame, int32 n, n bytes of the cause in UTF-8; positions rise
 * int32    CRC32C of all before
 * </pre>
 */
final class FrameCodec {
    static final int MAGIC = 0x454D5246;
    static final int VERSION = 2;
    static final int PLAIN = 0;
    static final int ZSTANDARD = 1;
    static final int HEADER_BYTES = 44;

    /** More than any frame of this version holds: a damaged length must not ask for all memory. */
    private static final int MAX_PAYLOAD = 1 << 30;

    private FrameCodec() {}

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
        byte[] plain = Arrays.copyOf(
                codec == ZSTANDARD ? Zstd.decompress(stored, length) : stored, length + ColumnCodec.SLACK);
        int end = 0;
        for (double[] column : columns) {
            end = ColumnCodec.decode(plain, end, column);
        }
        ByteBuffer payload = littleEndian(plain).position(end);
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

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
