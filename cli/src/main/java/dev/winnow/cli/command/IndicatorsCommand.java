package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.IndicatorGuide;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow indicators}: what the strategy language can call. */
@Command(name = "indicators", description = "List the indicators, or tell all about one.")
final class IndicatorsCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The indicator to tell about.")
    private @Nullable String name;

    @Option(names = "--markdown", description = "Print the guide of all indicators as Markdown.")
    private boolean markdown;

    private final Console console;

    IndicatorsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String wanted = name;
        if (markdown) {
            console.out().print(IndicatorGuide.markdown());
        } else if (wanted == null) {
            list();
        } else {
            tell(wanted);
        }
    }

    private void list() {
        new TextTable(List.of(Column.left("call"), Column.left("family"), Column.left("what it is")), Glyphs.UNICODE)
                .write(
                        Indicators.all().stream()
                                .map(one -> List.of(one.signature(), one.family(), one.summary()))
                                .toList(),
                        console.out());
    }

    private void tell(String wanted) {
        Indicator one = Indicators.find(wanted);
        if (one == null) {
            throw new UserError("no indicator '" + wanted + "'"
                    + Suggestion.of(
                            wanted,
                            Indicators.all().stream().map(Indicator::name).toList()));
        }
        console.out().println(one.signature() + "   " + one.family());
        console.out().println(one.summary());
        console.out().println("formula        " + one.formula());
        console.out().println("first defined  bar " + one.firstDefined());
        console.out().println("source         " + one.source());
    }
}
