package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of runs, as files and as whole outputs. */
class ReportTest {
    private static final Path BARS = Path.of("../testdata/sp500-1d.csv").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path runs;
    private Path bars;

    @BeforeEach
    void copy_bars() throws IOException {
        runs = folder.resolve("runs");
        bars = folder.resolve("index.csv");
        Files.write(bars, Files.readAllLines(BARS).subList(0, 600));
    }

    private Path spec(String name) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), """
                data: { path: index.csv }
                parameters: { fast: [5, 10, 15], slow: [20, 40, 60, 80], mode: [cross, above] }
                strategy:
                  enter-long: 'if(mode == "cross", crosses_above(sma(close, fast), sma(close, slow)), sma(close, fast) > sma(close, slow))'
                  exit-long: crosses_below(sma(close, fast), sma(close, slow))
                execution: { cash: 1000, fee: 5 bps, fill: close }
                objective: { maximize: sharpe }
                require: trades >= 2
                metrics: [total_return, max_drawdown, trades]
                """);
    }

    private Path sweep(Path spec, String... more) throws IOException {
        List<Path> before = folders();
        CommandRun run = winnow(Stream.concat(Stream.of("sweep", spec.toString()), Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return folders().stream()
                .filter(path -> !before.contains(path))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> folders() throws IOException {
        if (Files.notExists(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.sorted().toList();
        }
    }

    private CommandRun winnow(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--out", runs.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of the digits behind a point the first eleven: the rest is the rounding of one simulator or another. */
    private static String elevenDecimals(String text) {
        return text.replaceAll("(\\.\\d{11})\\d+", "$1");
    }

    @Test
    void text_csv_json_and_markdown_are_the_same_in_every_locale() throws IOException {
        Path run = sweep(spec("crossing"));
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("en-US", "de-DE", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                for (String format : List.of("md", "json", "csv")) {
                    CommandRun report = winnow("report", run.getFileName().toString(), "--format", format);
                    assertThat(report.err()).as(tag).isEmpty();
                    assertThat(elevenDecimals(
                                    report.out().replace(run.getFileName().toString(), "RUN")))
                            .as("%s in %s", format, tag)
                            .isEqualTo(elevenDecimals(golden("report." + format)));
                }
                CommandRun table =
                        winnow("sweep", folder.resolve("crossing.yaml").toString(), "--top", "3");
                assertThat(table.out()).as(tag).startsWith(golden("report.txt"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_sweep_with_report_leaves_the_page_that_the_command_writes() throws IOException {
        Path run = sweep(spec("crossing"), "--report");
        String written = Files.readString(run.resolve("report.html"));
        CommandRun again = winnow("report", run.getFileName().toString());

        assertThat(again).isEqualTo(new CommandRun(0, run.resolve("report.html") + "\n", ""));
        assertThat(Files.readString(run.resolve("report.html"))).isEqualTo(written);
        assertThat(run.resolve("report.html.tmp")).doesNotExist();
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_allows_nothing_but_itself() throws IOException {
        Path run = sweep(spec("crossing"), "--report");
        String page = Files.readString(run.resolve("report.html"));

        assertThat(page)
                .contains("http-equiv=\"Content-Security-Policy\"", "default-src &#39;none&#39;")
                .doesNotContain("src=", "@import", "url(", "<link", "<iframe", "<img", "unsafe-inline");
        assertThat(page.split("https?://(?!www\\.w3\\.org/)", -1))
                .as("addresses")
                .hasSize(1);
    }

    @Test
    void the_page_tells_things_in_the_order_in_which_they_are_asked() throws IOException {
        Path run = sweep(spec("crossing"), "--report");
        String page = Files.readString(run.resolve("report.html"));
        List<String> sections = List.of(
                "verdict",
                "heatmaps",
                "importance",
                "equity",
                "returns",
                "distribution",
                "top",
                "trades",
                "metrics",
                "spec",
                "data",
                "manifest");

        assertThat(sections.stream()
                        .map(section -> page.indexOf("<section id=\"" + section + "\""))
                        .toList())
                .isSorted()
                .allMatch(place -> place > 0);
        assertThat(page).contains("Fills at the deciding bar&#39;s close: optimistic.");
    }

    @Test
    void what_comes_from_outside_never_becomes_markup() throws IOException {
        bars = folder.resolve("<img src=x onerror=alert(1)>.csv");
        Files.write(bars, Files.readAllLines(BARS).subList(0, 300));
        String evil = "</script><script>alert(1)</script>";
        Path spec = Files.writeString(folder.resolve("evil.yaml"), """
                name: '<script>alert(1)</script>'
                data: { path: '<img src=x onerror=alert(1)>.csv' }
                parameters: { fast: [5, 10, 15], mode: ['%s', 'b'] }
                strategy: { enter-long: 'close > sma(close, fast) and mode == "b"', exit-long: 'close < sma(close, fast)' }
                """.formatted(evil));
        CommandRun run = winnow("sweep", spec.toString(), "--report");
        assertThat(run.code()).as(run.err()).isZero();
        String page = Files.readString(folders().getFirst().resolve("report.html"));

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(1)&gt;");
        assertThat(page).doesNotContain("<script>alert", "<img");
        assertThat(page.split("<script", -1)).as("scripts").hasSize(2);
        String markdown = winnow("report", folders().getFirst().toString(), "--format", "md")
                .out();
        assertThat(markdown.substring(0, markdown.indexOf("```")))
                .doesNotContainPattern("[^\\\\][<>]")
                .contains("\\<script\\>");
    }

    @Test
    void without_its_bars_a_run_is_reported_but_for_the_best_point_in_full() throws IOException {
        Path run = sweep(spec("crossing"));
        Files.delete(bars);
        CommandRun report = winnow("report", run.getFileName().toString());

        assertThat(report.code()).isZero();
        assertThat(report.err())
                .startsWith("report " + run + ": without the best point in full: ")
                .hasLineCount(1);
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Not shown: ", "<section id=\"heatmaps\"")
                .doesNotContain("<section id=\"trades\"");
    }

    @Test
    void changed_bars_are_not_passed_off_as_those_of_the_run() throws IOException {
        Path run = sweep(spec("crossing"));
        Files.write(bars, Files.readAllLines(BARS).subList(0, 599));

        assertThat(winnow("report", run.getFileName().toString()).err())
                .isEqualTo("report " + run
                        + ": without the best point in full: the bars of index are not those of the run any more\n");
    }

    @Test
    void several_runs_stand_side_by_side() throws IOException {
        Path first = sweep(spec("crossing"));
        Path second = sweep(spec("crossing"), "--set", "execution.fee=50 bps");
        CommandRun report = winnow(
                "report", first.getFileName().toString(), second.getFileName().toString());

        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.out()).isEqualTo(first.resolve("comparison.html") + "\n");
        assertThat(Files.readString(first.resolve("comparison.html")))
                .contains("2 runs side by side", "<td>spec.execution.fee</td><td>5 bps</td><td>50 bps</td>");
    }

    @Test
    void a_run_whose_points_all_failed_says_so() throws IOException {
        Path spec = Files.writeString(folder.resolve("failing.yaml"), """
                data: { path: index.csv }
                parameters: { w: [2.5, 3.5] }
                strategy: { enter-long: 'close > sma(close, w)' }
                """);
        assertThat(winnow("sweep", spec.toString()).code()).isEqualTo(1);
        Path run = folders().getFirst();

        CommandRun report = winnow("report", run.getFileName().toString(), "--format", "md");
        assertThat(report.code()).isZero();
        assertThat(report.out()).contains("**No point has a finite sharpe.**", "2 tried, 2 failed");
        assertThat(winnow("report", run.getFileName().toString()).code()).isZero();
    }

    @Test
    void one_point_alone_is_reported() throws IOException {
        Path run = sweep(spec("crossing"), "--set", "fast=5", "--set", "slow=20", "--set", "mode=above", "--report");

        assertThat(Files.readString(run.resolve("report.html")))
                .contains("A single point: there is nothing to compare it with")
                .doesNotContain("<section id=\"heatmaps\"");
    }

    @Test
    void a_browser_is_opened_with_the_page_or_said_not_to_be_there() throws IOException {
        Path run = sweep(spec("crossing"));
        CommandRun none = winnow("report", run.getFileName().toString(), "--open");
        assertThat(none.err())
                .isEqualTo("--open: no browser was found; open " + run.resolve("report.html")
                        + " yourself, or name one in BROWSER\n");
        CommandRun md = winnow("report", run.getFileName().toString(), "--open", "--format", "md");
        assertThat(md.code()).isEqualTo(2);
        assertThat(md.err()).hasLineCount(1);
    }

    @Test
    void mistakes_are_told_in_one_line() throws IOException {
        Path run = sweep(spec("crossing"));
        assertThat(winnow("report", "crosing").code()).isEqualTo(2);
        assertThat(winnow("report", run.getFileName().toString(), "--symbol", "indx"))
                .isEqualTo(new CommandRun(2, "", "--symbol: no symbol 'indx'; did you mean 'index'?\n"));
        CommandRun nowhere = winnow("report", run.getFileName().toString(), "-o", folder + "/no/where.html");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err())
                .startsWith("report " + folder + "/no/where.html: cannot be written")
                .hasLineCount(1);
    }

    @Test
    void the_page_of_a_hundred_thousand_points_is_below_three_megabytes() throws IOException {
        Path spec = Files.writeString(folder.resolve("large.yaml"), """
                data: { path: index.csv }
                parameters:
                  fast: { from: 2, to: 41, step: 1 }
                  slow: { from: 42, to: 91, step: 1 }
                  stop: { from: 0.01, to: 0.1, step: 0.01 }
                  mode: [cross, above, momentum, reversal, both]
                strategy:
                  enter-long: 'if(mode == "cross" or mode == "both", crosses_above(sma(close, fast), sma(close, slow)), sma(close, fast) > sma(close, slow))'
                  exit-long: crosses_below(sma(close, fast), sma(close, slow))
                execution: { stop-loss: stop }
                """);
        Path run = sweep(spec, "--report");

        assertThat(Files.readString(run.resolve("report.html"))).contains("100,000 points");
        assertThat(run.resolve("report.html"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(3_000_000));
    }
}
