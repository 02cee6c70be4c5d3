package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page in a browser: a sweep of three parameters, one of them with names from hell. */
class ReportPageTest {
    private static final String EVIL = "</script><script>alert(1)</script>";

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;
    private static Path page;
    private static Path comparison;
    private static Path replay;

    @BeforeAll
    static void sweep_and_start() throws IOException {
        browser = Chromium.start(Files.createDirectory(folder.resolve("profile")));
        Files.copy(Path.of("../testdata/sp500-1d.csv"), folder.resolve("<b>index & co.csv"));
        Path spec = Files.writeString(folder.resolve("hell.yaml"), """
                name: '<script>alert(1)</script>'
                data: { path: '<b>index & co.csv' }
                parameters: { fast: { from: 2, to: 20, step: 2 }, slow: { from: 20, to: 120, step: 10 }, mode: ['%s', 'b'] }
                strategy:
                  enter-long: 'if(mode == "b", crosses_above(sma(close, fast), sma(close, slow)), sma(close, fast) > sma(close, slow))'
                  exit-long: 'crosses_below(sma(close, fast), sma(close, slow))'
                execution: { fill: close, fee: 5 bps }
                """.formatted(EVIL));
        String runs = folder.resolve("runs").toString();
        for (String fee : List.of("5 bps", "50 bps")) {
            CommandRun run =
                    CommandRun.of("sweep", spec.toString(), "--out", runs, "--report", "--set", "execution.fee=" + fee);
            assertThat(run.code()).as(run.err()).isZero();
        }
        List<Path> folders;
        try (Stream<Path> entries = Files.list(Path.of(runs))) {
            folders = entries.sorted(Comparator.comparing(Path::toString)).toList();
        }
        page = folders.getFirst().resolve("report.html");
        comparison = folder.resolve("comparison.html");
        CommandRun both = CommandRun.of(
                "report", folders.getFirst().toString(), folders.getLast().toString(), "-o", comparison.toString());
        assertThat(both.code()).as(both.err()).isZero();
        replay = folder.resolve("replay.html");
        replayed_and_profiled();
    }

    /** A replay, and stacks as a profile of it would have them. */
    private static void replayed_and_profiled() throws IOException {
        String runs = folder.resolve("replays").toString();
        CommandRun run = CommandRun.of(
                "replay",
                "../configs/examples/ensemble-replay.yaml",
                "--out",
                runs,
                "--set",
                "signals.path=" + folder.resolve("signals").toAbsolutePath());
        assertThat(run.code()).as(run.err()).isZero();
        Path made;
        try (Stream<Path> entries = Files.list(Path.of(runs))) {
            made = entries.findFirst().orElseThrow();
        }
        Path profile = Files.createDirectory(made.resolve("profile"));
        Files.writeString(
                profile.resolve("stacks.collapsed"),
                "main;dev.winnow.replay.market.Bars.of 3\nmain;dev.winnow.replay.signal.Sides.of;</script><b> 5\n");
        Files.writeString(
                profile.resolve("summary.json"),
                "{\"command\": [\"replay\", \"<b>x.yaml\"], \"event\": \"cpu\", \"unit\": \"samples\"}");
        CommandRun page = CommandRun.of("report", made.toString(), "-o", replay.toString());
        assertThat(page.code()).as(page.err()).isZero();
        assertThat(page.err()).isEmpty();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void open() {
        open(page, 1280, "light");
    }

    @AfterEach
    void nothing_was_logged() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    private static void open(Path file, int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        String address = file.toUri().toString();
        browser.get(address);
        // a step inside the page before it may still be under way, and then get returns early
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!loaded(address)) {
            assertThat(System.nanoTime()).as("loading %s", address).isLessThan(deadline);
        }
    }

    private static boolean loaded(String address) {
        return Boolean.TRUE.equals(browser.executeScript(
                "return document.readyState === 'complete' && location.href.split('#')[0] === arguments[0]", address));
    }

    private static List<String> column(String table, int column) {
        return browser.findElements(By.cssSelector("#" + table + " tbody tr td:nth-child(" + column + ")")).stream()
                .map(cell -> cell.getDomAttribute("data-key") == null
                        ? cell.getDomProperty("textContent")
                        : cell.getDomAttribute("data-key"))
                .toList();
    }

    private static WebElement header(String table, int column) {
        return browser.findElement(By.cssSelector("#" + table + " th:nth-child(" + column + ")"));
    }

    private static void press(WebElement header) {
        header.findElement(By.tagName("button")).sendKeys(Keys.ENTER);
    }

    @Test
    void names_from_outside_are_shown_as_they_are_and_run_nothing() {
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("<script>alert(1)</script>");
        assertThat(browser.findElement(By.cssSelector("header p")).getText()).contains("<b>index & co");
        assertThat(browser.findElements(By.tagName("script"))).hasSize(1);
    }

    @Test
    void a_header_sorts_its_column_one_way_and_back_and_numbers_as_numbers() {
        WebElement pnl = header("trades-table", 7);
        press(pnl);
        assertThat(pnl.getDomAttribute("aria-sort")).isEqualTo("descending");
        List<Double> falling = numbers(column("trades-table", 7));
        assertThat(falling).isSortedAccordingTo(Comparator.reverseOrder()).hasSizeGreaterThan(5);
        press(pnl);
        assertThat(pnl.getDomAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(numbers(column("trades-table", 7))).isEqualTo(falling.reversed());
    }

    private static List<Double> numbers(List<String> keys) {
        return keys.stream().map(Double::valueOf).toList();
    }

    @Test
    void what_is_undefined_sorts_last_both_ways() {
        WebElement hold = header("metrics-table", 3);
        for (int press = 0; press < 2; press++) {
            press(hold);
            List<String> keys = column("metrics-table", 3);
            assertThat(keys.getLast()).isEmpty();
            assertThat(keys.getFirst()).isNotEmpty();
        }
    }

    @Test
    void the_selectors_show_the_heat_map_that_is_asked_for_and_no_other() {
        List<WebElement> pairs = browser.findElements(By.cssSelector("#pair option"));
        List<WebElement> layers = browser.findElements(By.cssSelector("#layer option"));
        assertThat(pairs).hasSize(3);
        assertThat(layers).hasSize(3);
        for (WebElement pair : pairs) {
            for (WebElement layer : layers) {
                pair.click();
                layer.click();
                List<WebElement> shown = browser.findElements(By.className("heatmap")).stream()
                        .filter(WebElement::isDisplayed)
                        .toList();
                assertThat(shown).hasSize(1);
                assertThat(shown.getFirst().getText()).contains(pair.getText() + ": " + layer.getText());
            }
        }
    }

    @Test
    void nothing_is_wider_than_a_phone() {
        for (Path file : List.of(page, comparison, replay)) {
            open(file, 360, "dark");
            assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo(360L);
        }
    }

    @Test
    void text_stands_out_in_both_themes() throws IOException {
        String script;
        try (InputStream in = ReportPageTest.class.getResourceAsStream("contrast.js")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String scheme : List.of("light", "dark")) {
            for (Path file : List.of(page, comparison, replay)) {
                open(file, 1280, scheme);
                List<?> found = (List<?>) browser.executeScript(script);
                assertThat((Long) found.getFirst()).as("texts looked at").isGreaterThan(100);
                assertThat(found.subList(1, found.size())).as(scheme).isEmpty();
            }
        }
    }

    @Test
    void the_theme_follows_the_system_until_the_button_is_pressed() {
        String light = background();
        browser.findElement(By.id("theme")).sendKeys(Keys.ENTER);
        String dark = background();
        assertThat(dark).isNotEqualTo(light);
        open(page, 1280, "dark");
        assertThat(background()).isEqualTo(dark);
    }

    private static String background() {
        return browser.findElement(By.tagName("body")).getCssValue("background-color");
    }

    @Test
    void the_keyboard_reaches_the_verdict_first_and_tables_can_be_scrolled() {
        WebElement body = browser.findElement(By.tagName("body"));
        body.sendKeys(Keys.TAB);
        WebElement first = browser.switchTo().activeElement();
        assertThat(first.getText()).isEqualTo("Skip to the verdict");
        first.sendKeys(Keys.ENTER);
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("verdict");
        assertThat(browser.findElements(By.cssSelector(".scroll"))).isNotEmpty().allSatisfy(region -> assertThat(
                        region.getDomAttribute("tabindex"))
                .isEqualTo("0"));
    }

    @Test
    void a_replay_shows_its_weights_thresholds_proof_time_and_best_point() {
        open(replay, 1280, "light");
        assertThat(column("weights-table", 1)).hasSize(6).contains("trend_1", "breakout_2");
        assertThat(numbers(column("weights-table", 2)).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(1, within(1e-12));
        assertThat(titles("#mix"))
                .anyMatch(title -> title.startsWith("sharpe over the weights of"))
                .anyMatch(title -> title.startsWith("sharpe against enter, a line for each of 3 exits"));
        assertThat(browser.findElement(By.id("verdict")).getText()).contains("random points were run anew");
        assertThat(titles("#time")).anyMatch(title -> title.startsWith("the workers"));
        assertThat(browser.findElements(By.cssSelector("#trades-table tbody tr")))
                .isNotEmpty();
        assertThat(browser.findElement(By.cssSelector("#equity .picture"))).isNotNull();
    }

    @Test
    void a_report_draws_the_flame_graph_of_its_runs_profile() {
        open(replay, 1280, "light");
        assertThat(drawn(".flame-rows button")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(browser.findElement(By.cssSelector(".flame figcaption")).getText())
                .isEqualTo("winnow replay <b>x.yaml (cpu)");
        assertThat(titles("#time")).anyMatch(title -> title.contains("load 38 %"));
    }

    /** What a script draws once the page is laid out. */
    private static List<WebElement> drawn(String selector) {
        WebDriver.Timeouts timeouts = browser.manage().timeouts();
        timeouts.implicitlyWait(Duration.ofSeconds(30));
        try {
            return browser.findElements(By.cssSelector(selector));
        } finally {
            timeouts.implicitlyWait(Duration.ZERO);
        }
    }

    private static List<String> titles(String part) {
        return browser.findElements(By.cssSelector(part + " svg title")).stream()
                .map(title -> title.getDomProperty("textContent"))
                .toList();
    }

    @Test
    void every_picture_says_what_it_shows() {
        List<WebElement> pictures = browser.findElements(By.cssSelector(".picture svg"));
        assertThat(pictures).hasSizeGreaterThan(10).allSatisfy(picture -> {
            assertThat(picture.getDomAttribute("role")).isEqualTo("img");
            assertThat(picture.findElement(By.tagName("title")).getDomProperty("textContent"))
                    .isNotBlank();
        });
    }
}
