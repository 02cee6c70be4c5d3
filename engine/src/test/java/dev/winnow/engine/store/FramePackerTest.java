package dev.winnow.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

final class FramePackerTest {
    private static final int AXES = 2;
    private static final int METRICS = 3;

    private final FramePacker packer = new FramePacker();

    private static FrameRows rows(Random random, int points, int from, int to) {
        Batch batch = new Batch(1_000, points, AXES, new double[points * AXES]);
        Outcome outcome = new Outcome(points, METRICS);
        for (int a = 0; a < AXES; a++) {
            column(random, batch.values(), a, AXES);
        }
        for (int m = 0; m < METRICS; m++) {
            column(random, outcome.values(), m, METRICS);
        }
        for (int f = random.nextInt(3); f > 0 && points > 0; f--) {
            outcome.fail(random.nextInt(points), "cause ä" + random.nextInt());
        }
        return new FrameRows(3, batch, outcome, from, to);
    }

    /** Numbers that repeat, stay, creep, jump, or are of every kind there is. */
    private static void column(Random random, double[] rows, int at, int width) {
        int period = 1 + random.nextInt(300);
        double start = random.nextGaussian();
        DoubleSupplier any = () -> switch (random.nextInt(7)) {
            case 0 -> Double.NaN;
            case 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> -0.0;
            case 3 -> Double.NEGATIVE_INFINITY;
            case 4 -> Double.MIN_VALUE;
            default -> random.nextInt(100);
        };
        int kind = random.nextInt(5);
        for (int i = 0; at + i * width < rows.length; i++) {
            rows[at + i * width] = switch (kind) {
                case 0 -> start + i % period * 0.1;
                case 1 -> start;
                case 2 -> start + 1e-6 * i * start;
                case 3 -> random.nextGaussian();
                default -> any.getAsDouble();
            };
        }
    }

    @Test
    void every_column_reads_back_to_the_bit_whatever_its_length_and_place() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int points = 1 + random.nextInt(random.nextBoolean() ? 40 : 4096);
            int from = random.nextInt(points);
            int to = from + 1 + random.nextInt(points - from);
            FrameRows rows = rows(random, points, from, to);
            Frame read = FrameCodec.decode(packer.pack(rows, random.nextBoolean()));
            assertThat(read.group()).isEqualTo(3);
            assertThat(read.first()).isEqualTo(1_000 + from);
            assertThat(read.count()).isEqualTo(to - from);
            assertThat(read.failures()).as("seed %d", seed).isEqualTo(rows.failures());
            assertThat(bits(read.batch(AXES).values()))
                    .as("seed %d", seed)
                    .isEqualTo(bits(Arrays.copyOfRange(rows.batch().values(), from * AXES, to * AXES)));
            assertThat(bits(read.outcome(AXES).values()))
                    .as("seed %d", seed)
                    .isEqualTo(bits(Arrays.copyOfRange(rows.outcome().values(), from * METRICS, to * METRICS)));
        }
    }

    /** The numbers' bits; all NaNs are one. */
    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Test
    void what_was_packed_before_does_not_show() {
        FrameRows large = rows(new Random(1), 4096, 0, 4096);
        FrameRows small = rows(new Random(2), 50, 3, 40);
        byte[] alone = new FramePacker().pack(small, false);
        packer.pack(large, true);
        assertThat(packer.pack(small, false)).isEqualTo(alone);
    }

    @Test
    void numbers_that_stay_or_begin_anew_take_half_a_byte() {
        double[] column = new double[4096];
        Arrays.setAll(column, i -> 0.1 * (i % 250) * Math.PI);
        byte[] coded = new byte[ColumnCodec.most(4096) + ColumnCodec.SLACK];
        assertThat(ColumnCodec.encode(column, 0, 1, 4096, ColumnCodec.lag(column, 0, 1, 4096), coded, 0))
                .isLessThan(4 + 4096 / 2 + 251 * 8);
        Arrays.fill(column, Math.PI);
        assertThat(ColumnCodec.encode(column, 0, 1, 4096, 1, coded, 0)).isEqualTo(4 + 4096 / 2 + 8);
    }

    @Test
    void compression_is_asked_for_and_saves() {
        Batch batch = new Batch(0, 4096, 1, new double[4096]);
        Outcome outcome = new Outcome(4096, 2);
        Random random = new Random(4);
        Arrays.setAll(outcome.values(), i -> i % 5 == 0 ? Double.NaN : Math.rint(10 * random.nextGaussian()));
        outcome.fail(7, "why");
        FrameRows rows = new FrameRows(0, batch, outcome, 0, 4096);
        byte[] small = packer.pack(rows, true);
        assertThat(small.length).isLessThan(packer.pack(rows, false).length * 9 / 10);
        assertThat(FrameCodec.decode(small).failures()).isEqualTo(Map.of(7, "why"));
    }
}
