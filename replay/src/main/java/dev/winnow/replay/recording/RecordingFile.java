package dev.winnow.replay.recording;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording's file as it lies on disk, mapped. Little-endian:
 *
 * <pre>
 *  0  8 bytes  magic "WINNOWS1"
 *  8  int      version, 1
 * 12  int      bytes h of the head
 * 16  h bytes  the head: JSON in UTF-8
 *     int      CRC-32C of everything before
 *     blocks to the end of the file, see {@link Block}
 * </pre>
 *
 * @param head what the file says of itself
 * @param map the whole file
 * @param blocks those that are whole
 * @param end where the last of them ends
 * @param problem what is wrong behind that; null where the file just ends, be it within a block
 */
record RecordingFile(
        RecordingHead head,
        MemorySegment map,
        List<Block> blocks,
        long end,
        @Nullable String problem) {
    /** File name in the recording's folder. */
    static final String NAME = "signals.bin";

    static final int VERSION = 1;

    private static final byte[] MAGIC = "WINNOWS1".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = 16;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The bytes of a file with this head and no blocks. */
    static byte[] start(RecordingHead head) {
        byte[] json = HeadJson.text(head).getBytes(StandardCharsets.UTF_8);
        ByteBuffer start =
                ByteBuffer.allocate(FIXED + json.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        start.put(MAGIC).putInt(VERSION).putInt(json.length).put(json);
        return start.putInt(Block.crc(start.duplicate().flip())).array();
    }

    /**
     * Maps a file and finds its blocks.
     *
     * @param arena holds the map
     * @throws UserError when it is no recording, of another version, or its head is damaged
     */
    static RecordingFile open(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return open(file, map);
        }
    }

    private static RecordingFile open(Path file, MemorySegment map) {
        boolean magic = map.byteSize() >= FIXED
                && Arrays.equals(map.asSlice(0, MAGIC.length).toArray(ValueLayout.JAVA_BYTE), MAGIC);
        if (!magic) {
            throw new UserError(file + ": no recording of signals; give a folder that 'winnow record' wrote");
        }
        int version = map.get(INT, MAGIC.length);
        if (version != VERSION) {
            throw new UserError(file + ": a recording of version " + version + ", and this program reads version "
                    + VERSION + "; use the program that wrote it, or record anew");
        }
        int bytes = map.get(INT, 12);
        long end = FIXED + (long) bytes;
        if (bytes < 0
                || map.byteSize() < end + Integer.BYTES
                || map.get(INT, end) != Block.crc(map.asSlice(0, end).asByteBuffer())) {
            throw damagedHead(file, "its checksum is another");
        }
        RecordingHead head;
        try {
            head = HeadJson.of(
                    new String(map.asSlice(FIXED, bytes).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
        } catch (DamagedSignalException e) {
            throw damagedHead(file, String.valueOf(e.getMessage()));
        }
        return blocks(head, map, end + Integer.BYTES);
    }

    private static UserError damagedHead(Path file, String what) {
        return new UserError(
                file + ": the recording's head is damaged (" + what + "); record anew, into another folder");
    }

    private static RecordingFile blocks(RecordingHead head, MemorySegment map, long start) {
        List<Block> blocks = new ArrayList<>();
        long end = start;
        try {
            for (Block block = Block.at(map, end, head); block != null; block = Block.at(map, end, head)) {
                blocks.add(block);
                end = block.end();
            }
            return new RecordingFile(head, map, List.copyOf(blocks), end, null);
        } catch (DamagedSignalException e) {
            return new RecordingFile(head, map, List.copyOf(blocks), end, e.getMessage());
        }
    }
}
