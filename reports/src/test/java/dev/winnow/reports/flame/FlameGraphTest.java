package dev.winnow.reports.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlameGraphTest {
    /** As the script gets it. */
    private record Drawn(
            int level, String name, String stage, double left, double width, double before, double after) {}

    private static List<Drawn> drawn(FlameGraph graph) throws IOException {
        String markup = graph.markup();
        String json = markup.substring(markup.indexOf("json\">") + 6, markup.indexOf("</script>"));
        JsonNode data = new ObjectMapper().readTree(json);
        List<Drawn> frames = new ArrayList<>();
        for (JsonNode frame : data.path("frames")) {
            frames.add(new Drawn(
                    frame.get(0).asInt(),
                    data.path("names").get(frame.get(1).asInt()).asText(),
                    data.path("stages").get(frame.get(2).asInt()).asText(),
                    frame.get(3).asDouble(),
                    frame.get(4).asDouble(),
                    frame.get(5).asDouble(),
                    frame.get(6).asDouble()));
        }
        return frames;
    }

    private static Stacks random(Random random) {
        Map<String, Long> weights = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            List<String> frames = new ArrayList<>();
            for (int level = random.nextInt(1, 7); level > 0; level--) {
                frames.add("a.B.m" + random.nextInt(4));
            }
            weights.merge(Stacks.text(frames), random.nextLong(1, 100), Long::sum);
        }
        return new Stacks(weights);
    }

    @Test
    void callees_lie_side_by_side_within_their_caller_in_one_profile_and_between_two() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Stacks before = random(random);
            Stacks after = random(random);
            for (FlameGraph graph :
                    List.of(FlameGraph.of("x", "samples", after), FlameGraph.difference("x", before, after))) {
                List<Drawn> path = new ArrayList<>();
                double end = 0;
                for (Drawn frame : drawn(graph)) {
                    end = path.size() > frame.level()
                            ? path.get(frame.level()).left()
                                    + path.get(frame.level()).width()
                            : 0;
                    path.subList(Math.min(path.size(), frame.level()), path.size())
                            .clear();
                    Drawn caller = path.isEmpty() ? frame : path.getLast();
                    assertThat(frame.left())
                            .as("seed %d", seed)
                            .isGreaterThanOrEqualTo(Math.max(end, caller.left()) - 3e-6);
                    assertThat(frame.left() + frame.width())
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(caller.left() + caller.width() + 3e-6);
                    assertThat(frame.width()).as("seed %d", seed).isPositive();
                    path.add(frame);
                }
            }
        }
    }

    @Test
    void a_frame_that_vanished_and_one_that_is_new_both_have_their_place() throws IOException {
        Stacks before = new Stacks(Map.of("main;old", 30L, "main;kept", 70L));
        Stacks after = new Stacks(Map.of("main;new", 5L, "main;kept", 5L));

        List<Drawn> frames = drawn(FlameGraph.difference("x", before, after));

        assertThat(frames).extracting(Drawn::name).containsExactlyInAnyOrder("all", "main", "old", "new", "kept");
        Drawn old = frames.stream()
                .filter(frame -> frame.name().equals("old"))
                .findFirst()
                .orElseThrow();
        assertThat(old.before()).isEqualTo(0.3);
        assertThat(old.after()).isZero();
        assertThat(old.width()).isEqualTo(0.3 / 1.5, within(1e-6));
        assertThat(frames.getFirst().width()).isEqualTo(1);
    }

    @Test
    void what_a_frame_or_title_is_called_cannot_break_out_of_the_page() {
        FlameGraph graph = FlameGraph.of(
                "<script>alert(1)</script>",
                "samples",
                new Stacks(Map.of("a;</script><img src=x onerror=\"y\">&", 1L)));

        assertThat(graph.page())
                .doesNotContain("<script>alert", "<img", "</script><img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "default-src 'none'")
                .doesNotContain("http://", "https://");
    }

    @Test
    void a_stack_belongs_to_the_stage_of_the_winnow_frame_nearest_to_its_end() {
        String worker =
                "java.lang.Thread.run;dev.winnow.engine.execute.Worker.run;dev.winnow.engine.execute.Evaluator.evaluate";
        Map<String, Stage> stages = Map.of(
                "java.lang.Thread.run",
                Stage.OTHER,
                worker,
                Stage.ENGINE,
                worker + ";java.util.ArrayList.add",
                Stage.ENGINE,
                worker + ";org.example.Mine.evaluate;java.lang.Math.sin",
                Stage.WORKLOAD,
                worker + ";dev.winnow.replay.BacktestSession.evaluate;dev.winnow.replay.indicator.Ranges.atr",
                Stage.INDICATORS,
                worker + ";dev.winnow.replay.BacktestSession.evaluate;dev.winnow.replay.portfolio.Tally.add;memmove",
                Stage.SIMULATE,
                "dev.winnow.cli.Main.run;dev.winnow.replay.market.CsvBars.read",
                Stage.LOAD,
                "dev.winnow.cli.Main.run;dev.winnow.engine.store.FrameFile.write",
                Stage.WRITE,
                "[compiler];C2Compiler::compile_method",
                Stage.COMPILER,
                "[collector];VMThread::run",
                Stage.COLLECTOR);

        stages.forEach((stack, stage) ->
                assertThat(Stage.of(List.of(stack.split(";")))).as(stack).isEqualTo(stage));
    }

    @Test
    void stacks_are_read_as_they_were_written(@TempDir Path folder) throws IOException {
        Stacks stacks = new Stacks(Map.of(Stacks.text(List.of("a b", "c;d")), 3L, "x", 9_000_000_000L));
        Path file = folder.resolve("s.collapsed");
        stacks.write(file);

        assertThat(Files.readString(file)).isEqualTo("a b;c,d 3\nx 9000000000\n");
        assertThat(Stacks.read(file)).isEqualTo(stacks);
        Files.writeString(file, "a;b 3\nnothing\n");
        assertThatThrownBy(() -> Stacks.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":2: 'nothing' is no collapsed stack; lines read: root;caller;callee 42");
    }
}
