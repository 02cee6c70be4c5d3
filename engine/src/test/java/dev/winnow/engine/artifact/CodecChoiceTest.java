package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.engine.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecChoiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd", "zlib", "auto"})
    void every_choice_has_its_name(String name) {
        assertThat(CodecChoice.named(name)).hasToString(name);
    }

    @Test
    void an_unknown_name_is_told_with_what_was_meant() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> CodecChoice.named("zst"))
                .withMessage("codec 'zst' is unknown; did you mean 'zstd'?");
    }

    @Test
    void auto_leaves_alone_what_does_not_pack() {
        assertThat(new AutoCodec().pick("noise", ArtifactType.BYTES, Payloads.noise(1, 1_000_000)))
                .isEqualTo(Codec.NONE);
    }

    @Test
    void auto_packs_what_packs() {
        assertThat(new AutoCodec().pick("ramp", ArtifactType.BYTES, Payloads.ramp(1_000_000)))
                .isNotEqualTo(Codec.NONE);
    }
}
