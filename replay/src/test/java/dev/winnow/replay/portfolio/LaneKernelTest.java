package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.ForkedJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twins that sum points side by side. */
final class LaneKernelTest {
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void every_lane_width_gives_the_bits_of_the_plain_loop(int bits) throws Exception {
        assertThat(ForkedJava.output(
                        LaneAgreement.class, "--add-modules=jdk.incubator.vector", "-Dwinnow.vector.bits=" + bits))
                .contains(bits + " bits agree");
    }

    @Test
    void the_machines_width_gives_the_bits_of_the_plain_loop() {
        assertThat(LaneAgreement.difference()).isEmpty();
    }
}
