package dev.winnow.engine.artifact;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The keys of the file's entries: 32 bytes of hash, the writing they belong to, and an index. A value is a head entry
 * (its header, and its bytes where they fit), as many parts as its bytes need where they do not, and a touch entry (when
 * it was last used). A part carries the checksum of its value, so that two processes that pack one value differently do
 * not mix their parts.
 */
final class PartKey {
    static final int BYTES = ArtifactKey.HASH_BYTES + 2 * Integer.BYTES;

    private static final int HEAD = 0;
    private static final int TOUCH = -1;

    private PartKey() {}

    static byte[] head(byte[] hash) {
        return key(hash, 0, HEAD);
    }

    static byte[] touch(byte[] hash) {
        return key(hash, 0, TOUCH);
    }

    /** @param index from 1 */
    static byte[] part(byte[] hash, int checksum, int index) {
        return key(hash, checksum, index);
    }

    private static byte[] key(byte[] hash, int checksum, int index) {
        return ByteBuffer.allocate(BYTES)
                .put(hash)
                .putInt(checksum)
                .putInt(index)
                .array();
    }

    static byte[] hash(byte[] key) {
        return Arrays.copyOf(key, ArtifactKey.HASH_BYTES);
    }

    static boolean isHead(byte[] key) {
        return index(key) == HEAD;
    }

    static boolean isTouch(byte[] key) {
        return index(key) == TOUCH;
    }

    /** Whether the key, of a part or a touch, belongs to the value with this header and the same hash. */
    static boolean belongs(byte[] key, StoredValue header) {
        return isTouch(key) || ByteBuffer.wrap(key).getInt(ArtifactKey.HASH_BYTES) == header.checksum();
    }

    private static int index(byte[] key) {
        return ByteBuffer.wrap(key).getInt(BYTES - Integer.BYTES);
    }
}
