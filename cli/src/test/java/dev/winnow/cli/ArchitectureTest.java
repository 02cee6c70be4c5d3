package dev.winnow.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions of the design: cli may use reports and replay, those the engine, nobody the other way or sideways. */
class ArchitectureTest {
    private static final List<String> MODULES = List.of("engine", "replay", "reports", "cli");

    /** The packages of the command line, and which of the others each may use; commands may use all. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("console", List.of()),
            Map.entry("version", List.of()),
            Map.entry("config", List.of()),
            Map.entry("profile", List.of("console")),
            Map.entry("ready", List.of("console", "version", "config")),
            Map.entry("signals", List.of("console", "config", "ready")),
            Map.entry("point", List.of("console", "config", "ready")),
            Map.entry("report", List.of("console", "config", "ready")),
            Map.entry("option", List.of("console", "config", "report")),
            Map.entry("sweep", List.of("console", "version", "config", "ready", "option")),
            Map.entry("bench", List.of("console", "ready", "sweep")));

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
    void packages_of_the_command_line_use_those_below_alone() {
        ROOMS.forEach((room, allowed) -> ROOMS.keySet().stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .forEach(other -> never(room(room), room(other))));
        ROOMS.keySet().forEach(room -> never(room(room), room("command"), "dev.winnow.cli"));
        never(room("command"), "dev.winnow.cli");
    }

    @Test
    void every_package_of_the_command_line_has_its_place() {
        List<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.winnow.cli."))
                .map(name -> name.substring("dev.winnow.cli.".length()).replaceFirst("[.].*", ""))
                .filter(name -> !name.equals("command"))
                .distinct()
                .toList();
        assertThat(packages).containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
    }

    private static String room(String name) {
        return "dev.winnow.cli." + name + "..";
    }

    @Test
    void options_and_commands_alone_know_how_the_command_line_is_parsed() {
        for (String room : List.of("console", "config", "ready", "signals", "point", "report", "sweep", "profile")) {
            never(room(room), "picocli..");
        }
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
        for (String module : MODULES) {
            slices().matching("dev.winnow." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }
}
