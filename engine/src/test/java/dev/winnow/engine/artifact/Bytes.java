package dev.winnow.engine.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Damage to files. */
final class Bytes {
    private static final int MARK = 32;

    private Bytes() {}

    /** Flips one bit of the byte of the file that holds {@code payload[index]}; the payload must not repeat itself. */
    static void flip(Path file, byte[] payload, int index) throws IOException {
        byte[] mark = Arrays.copyOfRange(payload, index, index + MARK);
        byte[] all = Files.readAllBytes(file);
        for (int at = 0; at <= all.length - MARK; at++) {
            if (Arrays.equals(all, at, at + MARK, mark, 0, MARK)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(new byte[] {(byte) (all[at] ^ 4)}), at);
                }
                return;
            }
        }
        throw new AssertionError("the payload is not in " + file);
    }
}
