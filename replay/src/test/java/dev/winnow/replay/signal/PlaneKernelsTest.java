package dev.winnow.replay.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.ForkedJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneKernelsTest {
    @Test
    void the_scalar_twin_follows_the_definitions() {
        assertThat(KernelAgreement.difference(new ScalarPlaneKernels(), 1)).isEmpty();
    }

    @Test
    void the_chosen_twin_follows_the_definitions() {
        assertThat(KernelAgreement.difference(KernelChoice.best().kernels(), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void every_lane_width_follows_the_definitions(int bits) throws Exception {
        assertThat(agreement("--add-modules=jdk.incubator.vector", "-Dwinnow.vector.bits=" + bits))
                .contains("vector " + bits + " bits");
    }

    @Test
    void without_the_module_the_scalar_twin_runs() throws Exception {
        assertThat(agreement()).contains("scalar");
        assertThat(agreement("--add-modules=jdk.incubator.vector", "-Dwinnow.vector=off"))
                .contains("scalar");
    }

    @Test
    void little_work_does_not_pay_for_the_vector_api() {
        assertThat(KernelChoice.forWork(1e6).kernels().description()).isEqualTo("scalar");
        assertThat(KernelChoice.forWork(1e12).kernels())
                .isSameAs(KernelChoice.best().kernels());
        assertThat(KernelChoice.forWork(1e12).gradual())
                .isEqualTo(KernelChoice.best().vector());
    }

    private static String agreement(String... flags) throws Exception {
        return ForkedJava.output(KernelAgreement.class, flags);
    }
}
