package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.command.Winnow;
import dev.winnow.cli.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(MainTest::commands));
    }

    private static Stream<CommandLine> commands() {
        return commands(Winnow.on(Console.plain(System.out, System.err)));
    }

    @Test
    void no_arguments_ask_for_help() {
        CommandRun run = CommandRun.of();

        assertThat(run).isEqualTo(CommandRun.of("--help"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: winnow");
    }

    @Test
    void help_as_rendered_at_build_time_is_what_the_parser_would_say() {
        for (CommandLine command : commands().toList()) {
            String[] words = (command.getCommandSpec().qualifiedName() + " --help").split(" ");
            String[] args = List.of(words).subList(1, words.length).toArray(String[]::new);

            assertThat(Usage.of(args)).hasValue(command.getUsageMessage());
            assertThat(CommandRun.of(args)).isEqualTo(new CommandRun(0, command.getUsageMessage(), ""));
        }
    }

    @Test
    void every_command_and_option_is_described() {
        for (CommandLine command : commands().toList()) {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandSpec().qualifiedName())
                    .isNotEmpty();
            assertThat(command.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        }
    }

    @Test
    void version_names_version_commit_jdk_and_simd() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .matches("winnow \\d+\\.\\d+\\.\\d+\\S* \\(commit ([0-9a-f]{7,40}|unknown)\\)\\R"
                        + "JDK \\d+.*\\R"
                        + "SIMD (none|\\d+ bits \\(\\d+ doubles\\))\\R");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void an_unknown_command_is_told_in_one_line_with_what_was_meant() {
        assertThat(CommandRun.of("confg"))
                .isEqualTo(new CommandRun(2, "", "winnow: unknown command 'confg'; did you mean 'config'?\n"));
    }

    @Test
    void an_unknown_option_is_told_in_one_line_with_what_was_meant() {
        assertThat(CommandRun.of("config", "explain", "x.yaml", "--profil=a"))
                .isEqualTo(new CommandRun(
                        2, "", "winnow config explain: unknown option '--profil'; did you mean '--profile'?\n"));
    }

    @Test
    void a_missing_argument_is_told_in_one_line() {
        assertThat(CommandRun.of("config", "explain"))
                .isEqualTo(
                        new CommandRun(
                                2,
                                "",
                                "winnow config explain: Missing required parameter: 'SPEC'; see winnow config explain --help\n"));
    }

    @Test
    void the_guide_of_indicators_is_printed_as_it_is_shipped() throws IOException {
        assertThat(CommandRun.of("indicators", "--markdown"))
                .isEqualTo(new CommandRun(0, Files.readString(Path.of("../docs/guide/indicators.md")), ""));
    }

    @Test
    void arguments_may_stand_in_a_file(@TempDir Path folder) throws IOException {
        Path arguments = Files.writeString(folder.resolve("args"), "config\nschema\n");

        assertThat(CommandRun.of("@" + arguments)).isEqualTo(CommandRun.of("config", "schema"));
    }

    @Test
    void completion_and_man_pages_know_every_command() {
        String completion = CommandRun.of("generate-completion").out();
        List<ManPage> pages = ManPage.all(Winnow.on(Console.plain(System.out, System.err)));

        assertThat(completion).contains("complete -F").contains("config").contains("--profile");
        assertThat(pages).extracting(ManPage::fileName).contains("winnow.1", "winnow-config-explain.1");
        assertThat(pages).allSatisfy(page -> assertThat(page.roff())
                .startsWith(".TH \"WINNOW")
                .contains(".SH NAME\n", ".SH SYNOPSIS\n", ".SH EXIT STATUS\n")
                .doesNotContain("\n'"));
    }

    @Test
    void a_man_page_lists_the_exit_codes_that_its_command_says_of_itself() {
        Map<String, String> pages = ManPage.all(Winnow.on(Console.plain(System.out, System.err))).stream()
                .collect(Collectors.toMap(ManPage::fileName, ManPage::roff));
        assertThat(pages.get("winnow-signals-diff.1")).contains("they differ").doesNotContain("inconclusive");
        assertThat(pages.get("winnow-profile-diff.1")).contains("not by chance");
        assertThat(pages.get("winnow-runs-diff.1")).contains("inconclusive");
    }
}
