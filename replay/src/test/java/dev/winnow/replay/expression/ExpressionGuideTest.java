package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.indicator.Indicators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpressionGuideTest {
    private static String guide() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path inModule = here.resolveSibling("docs").resolve("guide/expressions.md");
        return Files.readString(Files.exists(inModule) ? inModule : here.resolve("docs/guide/expressions.md"));
    }

    @Test
    void the_guide_knows_every_function() throws IOException {
        String guide = guide();
        for (Function function : Function.values()) {
            assertThat(guide).contains("`" + function.signature() + "`");
        }
    }

    @Test
    void the_guide_knows_every_operator_and_column() throws IOException {
        String guide = guide();
        for (Operation operation : Operation.values()) {
            boolean shown = !operation.text().isEmpty() && operation != Operation.CROSSINGS;
            if (shown) {
                assertThat(guide).contains(operation.text());
            }
        }
    }

    @Test
    void the_guide_states_the_limits_and_the_precedence_that_hold() throws IOException {
        assertThat(guide())
                .contains(String.format("%,d characters", ExpressionReader.MAX_LENGTH))
                .contains(ExpressionReader.MAX_OPERATORS + " operators")
                .contains(ExpressionReader.MAX_NESTING + " open parentheses")
                .contains(Graph.MAX_DEPTH + " steps deep");
        assertThat(node("2 ^ 3 ^ 2 == close")).isSameAs(node("2 ^ 9 == close"));
    }

    /** Code in the guide that is no expression by itself. */
    private static final Set<String> WORDS = Set.of(
            "strategy", "where", "require", "let", "position", "enter-long", "exit-long", "enter-short", "exit-short");

    /** Shown as what not to write. */
    private static final Set<String> REFUSED = Set.of("1 < x < 2");

    @Test
    void every_expression_of_the_guide_compiles_but_those_it_warns_of() throws IOException {
        String text = guide().replaceAll("(?s)```.*?```", "");
        List<String> spans = Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(span -> span.group(1))
                .distinct()
                .toList();
        Set<String> operators =
                Arrays.stream(Operation.values()).map(Operation::text).collect(Collectors.toSet());
        assertThat(spans).containsAll(WORDS).containsAll(REFUSED);
        for (String span : spans) {
            if (WORDS.contains(span) || operators.contains(span) || span.startsWith("winnow ")) {
                continue;
            }
            // a and b are numbers in some rows of its tables, booleans in others
            boolean compiles = compiles(span, "close * 2", "open") || compiles(span, "close > 1", "open > 1");
            assertThat(compiles).as(span).isEqualTo(!REFUSED.contains(span));
        }
    }

    /** With the names of the guide: x, a, b, lo, hi numbers, c a boolean, n, k, fast and slow parameters. */
    private static boolean compiles(String text, String a, String b) {
        List<Axis> axes = List.of(
                Axis.numbers("fast", 5, 10),
                Axis.numbers("slow", 20, 50),
                Axis.numbers("n", 2, 3),
                Axis.numbers("k", 0, 1),
                Axis.names("mode", List.of("trend", "revert")),
                Axis.numbers("trades", 0),
                Axis.numbers("max_drawdown", 0));
        Map<String, String> let = Map.of("x", "close", "a", a, "b", b, "c", "close > open", "lo", "low", "hi", "high");
        Compiler compiler = new Compiler(new Graph(axes), IndicatorLookup.of(Indicators.all()));
        StrategyNames names = new StrategyNames(compiler, let);
        compiler.compile("text", text, names);
        return compiler.problems().isEmpty();
    }

    private final Compiler compiler = new Compiler(new Graph(List.of()), SampleIndicators.LOOKUP);

    private Node node(String text) {
        Node node = compiler.compile("text", text, new StrategyNames(compiler, Map.of()));
        assertThat(compiler.problems()).isEmpty();
        return Objects.requireNonNull(node);
    }
}
