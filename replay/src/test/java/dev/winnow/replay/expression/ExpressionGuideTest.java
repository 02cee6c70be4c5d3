package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Compiler compiler = new Compiler(new Graph(List.of()), SampleIndicators.LOOKUP);

    private Node node(String text) {
        Node node = compiler.compile("text", text, new StrategyNames(compiler, Map.of()));
        assertThat(compiler.problems()).isEmpty();
        return Objects.requireNonNull(node);
    }
}
