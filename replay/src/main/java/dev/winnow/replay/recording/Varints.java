package dev.winnow.replay.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Whole numbers from 0 on in groups of seven bits, the lowest first, the top bit set where another group follows. */
final class Varints {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(int number) {
        int rest = number;
        while (rest > 0x7f) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** @throws DamagedSignalException when it is above the greatest int */
    static int next(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte group = from.get();
            number |= (long) (group & 0x7f) << shift;
            if (group >= 0 && number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw new DamagedSignalException("a length that is none");
    }
}
