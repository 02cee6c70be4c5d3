package dev.winnow.engine.artifact;

import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** LZ4 blocks: the fastest codec here. */
final class Lz4 {
    private Lz4() {}

    static byte[] pack(byte[] payload) {
        return LZ4Factory.fastestInstance().fastCompressor().compress(payload);
    }

    static byte[] unpack(byte[] packed, int from, int rawLength) {
        byte[] payload = new byte[rawLength];
        try {
            // the decompressor that checks every bound
            int length = LZ4Factory.fastestInstance()
                    .safeDecompressor()
                    .decompress(packed, from, packed.length - from, payload, 0);
            if (length == rawLength) {
                return payload;
            }
        } catch (LZ4Exception e) {
            throw new DamagedValueException("not an LZ4 block", e);
        }
        throw new DamagedValueException("an LZ4 block of another length than " + rawLength);
    }
}
