package dev.winnow.engine.artifact;

import java.util.Arrays;

/** Bytes as they are. */
final class Stored {
    private Stored() {}

    static byte[] unpack(byte[] packed, int from, int rawLength) {
        if (packed.length - from != rawLength) {
            throw new DamagedValueException((packed.length - from) + " bytes where " + rawLength + " were stored");
        }
        return Arrays.copyOfRange(packed, from, packed.length);
    }
}
