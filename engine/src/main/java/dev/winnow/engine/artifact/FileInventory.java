package dev.winnow.engine.artifact;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.openhft.chronicle.hash.Data;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.MapEntry;

/**
 * What lies in a map, from one pass over it.
 *
 * @param values the values by their heads
 * @param strays keys of parts and touches that belong to no value: a process died while it wrote
 */
record FileInventory(List<Value> values, List<byte[]> strays) {
    /**
     * A value.
     *
     * @param hash 32 bytes
     * @param header its header, unchecked
     * @param lastUsedMillis when it was last read or written, in milliseconds since 1970
     */
    record Value(byte[] hash, StoredValue header, long lastUsedMillis) {
        long storedBytes() {
            return header.storedLength();
        }
    }

    static FileInventory of(ChronicleMap<byte[], byte[]> map) {
        Map<String, StoredValue> heads = new HashMap<>();
        Map<String, Long> touches = new HashMap<>();
        List<byte[]> rest = new ArrayList<>();
        map.forEachEntry(entry -> {
            byte[] key = entry.key().get().clone();
            if (PartKey.isHead(key)) {
                heads.put(hex(key), StoredValue.header(start(entry, StoredValue.HEADER_BYTES)));
            } else {
                rest.add(key);
                if (PartKey.isTouch(key)) {
                    touches.put(
                            hex(key), ByteBuffer.wrap(start(entry, Long.BYTES)).getLong());
                }
            }
        });
        List<Value> values = new ArrayList<>();
        heads.forEach((hash, header) -> values.add(
                new Value(HexFormat.of().parseHex(hash), header, touches.getOrDefault(hash, header.writtenMillis()))));
        rest.removeIf(key -> heads.containsKey(hex(key)) && PartKey.belongs(key, heads.get(hex(key))));
        return new FileInventory(values, rest);
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(PartKey.hash(key));
    }

    /** The first bytes of an entry's value, zeros where it is shorter. */
    private static byte[] start(MapEntry<byte[], byte[]> entry, int bytes) {
        Data<byte[]> value = entry.value();
        byte[] start = new byte[(int) Math.min(bytes, value.size())];
        value.bytes().read(value.offset(), start, 0, start.length);
        return Arrays.copyOf(start, bytes);
    }
}
