package dev.winnow.engine.artifact;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** Zstandard frames at its default level. */
final class Zstandard {
    private Zstandard() {}

    static byte[] pack(byte[] payload) {
        return Zstd.compress(payload);
    }

    static byte[] unpack(byte[] packed, int from, int rawLength) {
        byte[] payload = new byte[rawLength];
        try {
            long length = Zstd.decompressByteArray(payload, 0, rawLength, packed, from, packed.length - from);
            if (!Zstd.isError(length) && length == rawLength) {
                return payload;
            }
        } catch (ZstdException e) {
            throw new DamagedValueException("not a Zstandard frame", e);
        }
        throw new DamagedValueException("a Zstandard frame of another length than " + rawLength);
    }
}
