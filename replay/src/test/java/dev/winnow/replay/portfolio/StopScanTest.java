package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.ForkedJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twins that look for the bar that touches a level. */
final class StopScanTest {
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void every_lane_width_finds_the_bar_of_the_plain_loop(int bits) throws Exception {
        assertThat(ForkedJava.output(
                        StopAgreement.class, "--add-modules=jdk.incubator.vector", "-Dwinnow.vector.bits=" + bits))
                .contains(bits + " bits agree");
    }

    @Test
    void the_machines_width_finds_the_bar_of_the_plain_loop() {
        assertThat(StopAgreement.difference()).isEmpty();
    }
}
