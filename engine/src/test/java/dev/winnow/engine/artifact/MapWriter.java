package dev.winnow.engine.artifact;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes and reads values on some threads for as long as it lives, and prints a line for each. */
final class MapWriter {
    private static final int THREADS = 3;

    private MapWriter() {}

    /** The payload of a number: small, every eighth up to a few parts long, and never like another's. */
    static byte[] payload(int number) {
        return Payloads.noise(number, number * 7919 % (number % 8 == 0 ? 150_000 : 5_000));
    }

    static StoreSettings settings(Path folder) {
        return StoreSettings.DEFAULT
                .withHeapBytes(0)
                .withFolder(folder)
                .withFileBytes(64 << 20)
                .withCodec(CodecChoice.of(Codec.NONE));
    }

    public static void main(String[] args) {
        ArtifactStore store = new ArtifactStore(settings(Path.of(args[0])));
        AtomicInteger next = new AtomicInteger(Integer.parseInt(args[1]));
        for (int thread = 0; thread < THREADS; thread++) {
            new Thread(() -> {
                        while (true) {
                            int number = next.getAndIncrement();
                            store.get(Payloads.key(number), ArtifactType.BYTES, () -> payload(number));
                            store.get(Payloads.key(number / 2), ArtifactType.BYTES, () -> payload(number / 2));
                            System.out.println(number);
                        }
                    })
                    .start();
        }
    }
}
