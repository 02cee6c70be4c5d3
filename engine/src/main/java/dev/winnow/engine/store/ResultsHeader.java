package dev.winnow.engine.store;

import dev.winnow.engine.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The beginning of a results file; all numbers are little-endian.
 *
 * <pre>
 * 8 bytes  "WINNOWRS"
 * int32    version, 3
 * int32    points of a full frame, 4096
 * int32    n, then n bytes: the {@link ResultsLayout} in JSON
 * int32    CRC32C of all before
 * </pre>
 *
 * @param layout what the columns mean
 * @param bytes length of the header: where the first frame begins
 */
record ResultsHeader(ResultsLayout layout, int bytes) {
    private static final byte[] MAGIC = "WINNOWRS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    private static final int FIXED_BYTES = 8 + 3 * Integer.BYTES;

    /** More than a layout takes: a damaged length must not ask for all memory. */
    private static final int MAX_LAYOUT = 1 << 30;

    static byte[] encode(ResultsLayout layout) throws IOException {
        byte[] json = layout.toJson();
        byte[] bytes = new byte[FIXED_BYTES + json.length + Integer.BYTES];
        FrameCodec.littleEndian(bytes)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(FrameBuffer.POINTS)
                .putInt(json.length)
                .put(json);
        FrameCodec.seal(bytes);
        return bytes;
    }

    /**
     * Reads the header of a file.
     *
     * @throws EOFException when the file ends inside it
     * @throws UserError when it is no results file, of another version, or damaged
     */
    static ResultsHeader read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()))) {
            byte[] fixed = in.readNBytes(FIXED_BYTES);
            if (fixed.length < FIXED_BYTES) {
                throw new EOFException("results file " + file + " is cut off in its header");
            }
            if (!Arrays.equals(MAGIC, Arrays.copyOf(fixed, MAGIC.length))) {
                throw new UserError("results file " + file + " is none of winnow's; name the folder of a run");
            }
            ByteBuffer head = FrameCodec.littleEndian(fixed);
            int version = head.getInt(MAGIC.length);
            if (version != VERSION) {
                throw new UserError("results file " + file + " has version " + version + ", known is " + VERSION
                        + "; run the sweep again with this winnow");
            }
            int length = head.getInt(FIXED_BYTES - Integer.BYTES);
            if (length < 0 || length > MAX_LAYOUT) {
                throw damaged(file);
            }
            byte[] rest = in.readNBytes(length + Integer.BYTES);
            if (rest.length < length + Integer.BYTES) {
                throw new EOFException("results file " + file + " is cut off in its header");
            }
            byte[] all = Arrays.copyOf(fixed, FIXED_BYTES + rest.length);
            System.arraycopy(rest, 0, all, FIXED_BYTES, rest.length);
            if (!FrameCodec.sealed(all)) {
                throw damaged(file);
            }
            return new ResultsHeader(ResultsLayout.fromJson(Arrays.copyOf(rest, length)), all.length);
        }
    }

    private static UserError damaged(Path file) {
        return new UserError("results file " + file
                + " is damaged in its header, so that nothing of it can be read; sweep anew with --force-new");
    }
}
