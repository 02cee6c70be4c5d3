package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredValueTest {
    private static final byte[] HASH = Payloads.key(1).bytes();

    private static StoredValue sealed(Codec codec, byte[] payload) {
        return StoredValue.seal(HASH, codec, payload, 7, 8, 9);
    }

    @ParameterizedTest
    @EnumSource
    void a_payload_of_any_length_comes_back_with_its_header(Codec codec) {
        for (int length : new int[] {0, 1, 7, 64, 4096, 65_535, 65_536, 65_537, 300_001}) {
            for (byte[] payload : new byte[][] {Payloads.ramp(length), Payloads.noise(length, length)}) {
                StoredValue back = StoredValue.open(HASH, sealed(codec, payload).bytes());

                assertThat(back.payload()).as("%s of %d", codec, length).isEqualTo(payload);
                assertThat(back.rawLength()).isEqualTo(length);
                assertThat(back.bytes()).hasSize((int) back.storedLength());
                assertThat(back.computeNanos()).isEqualTo(7);
                assertThat(back.writtenMillis()).isEqualTo(8);
                assertThat(back.expiresMillis()).isEqualTo(9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_would_grow_is_kept_as_it_is(Codec codec) {
        byte[] noise = Payloads.noise(1, 5000);

        assertThat(sealed(codec, noise).codec()).isEqualTo(Codec.NONE);
        assertThat(sealed(codec, noise).packedLength()).isEqualTo(noise.length);
        assertThat(sealed(codec, Payloads.ramp(5000)).codec()).isEqualTo(codec);
    }

    @ParameterizedTest
    @EnumSource
    void every_flipped_bit_is_noticed(Codec codec) {
        byte[] stored = sealed(codec, Payloads.ramp(600)).bytes();

        for (int bit = 0; bit < stored.length * Byte.SIZE; bit++) {
            byte[] flipped = stored.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatExceptionOfType(DamagedValueException.class).isThrownBy(() -> StoredValue.open(HASH, flipped));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_cut_short_or_under_another_key_is_noticed(Codec codec) {
        byte[] stored = sealed(codec, Payloads.ramp(600)).bytes();

        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatExceptionOfType(DamagedValueException.class).isThrownBy(() -> StoredValue.open(HASH, cut));
        }
        assertThatExceptionOfType(DamagedValueException.class)
                .isThrownBy(() -> StoredValue.open(Payloads.key(2).bytes(), stored));
    }

    @ParameterizedTest
    @EnumSource
    void a_codec_refuses_what_it_did_not_pack(Codec codec) {
        byte[] noise = Payloads.noise(3, 500);

        assertThatExceptionOfType(DamagedValueException.class).isThrownBy(() -> codec.unpack(noise, 0, 501));
    }
}
