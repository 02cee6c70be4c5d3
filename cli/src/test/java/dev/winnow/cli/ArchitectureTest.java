package dev.winnow.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions of the design: cli may use reports and replay, those the engine, nobody the other way or sideways. */
class ArchitectureTest {
    private static final List<String> MODULES = List.of("engine", "replay", "reports", "cli");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.winnow");
    }

    private static void never(String from, String... to) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .allowEmptyShould(true);
        rule.check(classes);
    }

    private static String all(String module) {
        return "dev.winnow." + module + "..";
    }

    @Test
    void all_modules_are_seen() {
        assertThat(MODULES.stream().filter(module -> classes.stream()
                        .anyMatch(type -> type.getPackageName().startsWith("dev.winnow." + module))))
                .contains("engine", "replay", "cli");
    }

    @Test
    void the_engine_knows_no_trading_no_reports_and_no_command_line() {
        never(all("engine"), all("replay"), all("reports"), all("cli"));
    }

    @Test
    void the_backtest_knows_no_reports_and_no_command_line() {
        never(all("replay"), all("reports"), all("cli"));
    }

    @Test
    void reports_know_no_trading_and_no_command_line() {
        never(all("reports"), all("replay"), all("cli"));
    }

    @Test
    void settings_know_no_commands() {
        never("dev.winnow.cli.config..", "dev.winnow.cli.command..", "picocli..");
    }

    @Test
    void only_the_command_line_parses_options_and_yaml() {
        for (String module : List.of("engine", "replay", "reports")) {
            never(all(module), "picocli..", "org.yaml..", "com.fasterxml.jackson.dataformat..");
        }
    }

    @Test
    void only_charts_touch_the_chart_libraries_so_that_other_commands_start_without_them() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("dev.winnow.reports.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..");
        rule.check(classes);
    }

    @Test
    void packages_of_a_module_form_no_cycle() {
        for (String module : List.of("engine", "replay", "reports")) {
            slices().matching("dev.winnow." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }
}
