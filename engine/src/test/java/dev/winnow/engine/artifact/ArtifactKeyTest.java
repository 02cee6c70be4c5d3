package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArtifactKeyTest {
    private static ArtifactKey key(Map<String, ?> prepare) {
        return ArtifactKey.of("backtest", "1", prepare, "data");
    }

    private static ArtifactKey key(Object value) {
        return key(Map.of("p", value));
    }

    @Test
    void the_order_of_parameters_does_not_matter() {
        Map<String, Object> oneWay = new LinkedHashMap<>();
        oneWay.put("fast", 10);
        oneWay.put("slow", 50);
        Map<String, Object> otherWay = new LinkedHashMap<>();
        otherWay.put("slow", 50);
        otherWay.put("fast", 10);

        assertThat(key(oneWay)).isEqualTo(key(otherWay));
    }

    @Test
    void the_way_a_number_is_written_does_not_matter() {
        assertThat(List.of(
                        key(1),
                        key(1L),
                        key((short) 1),
                        key((byte) 1),
                        key(1.0),
                        key(1f),
                        key(BigInteger.ONE),
                        key(new BigDecimal("1e0")),
                        key(new BigDecimal("1.000")),
                        key(Double.parseDouble("1e0"))))
                .containsOnly(key(1));
        assertThat(key(1000)).isEqualTo(key(1e3));
        assertThat(key(0.1)).isEqualTo(key(new BigDecimal("0.10")));
        assertThat(key(0)).isEqualTo(key(0.0)).isEqualTo(key(new BigDecimal("0.00")));
    }

    @Test
    void values_that_differ_have_different_keys() {
        List<Object> values = List.of(
                1,
                2,
                "1",
                true,
                "true",
                0,
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0.1f,
                0.1,
                Math.nextUp(0.1),
                "",
                List.of(),
                List.of(1),
                List.of(1, 2),
                List.of(2, 1),
                List.of(List.of(1), 2),
                List.of("1"));

        assertThat(values.stream().map(ArtifactKeyTest::key)).doesNotHaveDuplicates();
    }

    @Test
    void workload_version_data_and_names_are_part_of_the_key() {
        Map<String, Integer> one = Map.of("p", 1);

        assertThat(List.of(
                        ArtifactKey.of("a", "b", one, "c"),
                        ArtifactKey.of("x", "b", one, "c"),
                        ArtifactKey.of("a", "x", one, "c"),
                        ArtifactKey.of("a", "b", one, "x"),
                        ArtifactKey.of("a", "b", Map.of("x", 1), "c"),
                        ArtifactKey.of("a", "b", Map.of("p", 1, "q", 1), "c"),
                        ArtifactKey.of("a", "b", Map.of(), "c"),
                        ArtifactKey.of("ab", "", one, "c"),
                        ArtifactKey.of("", "ab", one, "c")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_key_stays_what_it_is_from_one_build_to_the_next() {
        assertThat(ArtifactKey.of("backtest", "1", Map.of("fast", 10, "slow", 50.0, "source", "close"), "d1")
                        .hash())
                .isEqualTo("7045084718abb44d7d75efe564347fbe4375b0cec2de991b9399c317cd8b4465");
    }

    @Test
    void a_value_without_a_canonical_form_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(new StringBuilder[0]))
                .withMessageContaining("prepare parameter p is a ");
    }

    @Test
    void a_million_random_parameter_sets_collide_nowhere() {
        record Point(int fast, int slow, double threshold, boolean flag) {}
        Random random = new Random(42);
        Set<Point> points = new HashSet<>();
        while (points.size() < 1_000_000) {
            points.add(new Point(
                    random.nextInt(500), random.nextInt(500), random.nextInt(100) / 100.0, random.nextBoolean()));
        }

        Set<String> hashes = points.parallelStream()
                .map(point -> key(Map.of(
                        "fast", point.fast, "slow", point.slow, "threshold", point.threshold, "flag", point.flag)))
                .map(ArtifactKey::hash)
                .collect(Collectors.toSet());

        assertThat(hashes).hasSameSizeAs(points);
    }
}
