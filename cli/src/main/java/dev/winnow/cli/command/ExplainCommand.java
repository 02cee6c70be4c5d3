package dev.winnow.cli.command;

import dev.winnow.replay.expression.PlanNode;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow explain}: the shared plan of a strategy. */
@Command(
        name = "explain",
        description = "Print what a sweep computes, on which parameters it depends, and how often that is.")
final class ExplainCommand implements Runnable {
    private static final List<Column> COLUMNS = List.of(
            Column.left("node"),
            Column.left("type"),
            Column.left("depends on"),
            Column.left("kept"),
            Column.right("times"),
            Column.right("bytes each"),
            Column.right("bytes kept"));

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        ReadySpec ready = ReadySpec.of(options.read(console));
        for (LoadedBars loaded : ready.bars(console)) {
            console.out()
                    .println(loaded.bars().symbol() + ", "
                            + NumberText.grouped(loaded.bars().size()) + " bars, "
                            + NumberText.grouped(gridPoints(ready)) + " grid points");
            print(ready, loaded.bars().size(), console);
        }
    }

    private static long gridPoints(ReadySpec ready) {
        return ready.spec().axes().stream().mapToLong(axis -> axis.levels()).reduce(1, (a, b) -> a * b);
    }

    /** The plan's table. */
    static void print(ReadySpec ready, int bars, Console console) {
        List<PlanNode> nodes = ready.plan().explain(bars);
        new TextTable(COLUMNS, Glyphs.UNICODE)
                .write(nodes.stream().map(ExplainCommand::cells).toList(), console.out());
        double kept = nodes.stream()
                .filter(ExplainCommand::keeps)
                .mapToDouble(ExplainCommand::keptBytes)
                .sum();
        console.out().println("kept at most " + NumberText.bytes(kept));
    }

    private static List<String> cells(PlanNode node) {
        return List.of(
                node.text(),
                node.type().text(),
                node.parameters().isEmpty() ? "-" : String.join(", ", node.parameters()),
                node.storage().text(),
                NumberText.grouped(node.evaluations()),
                NumberText.bytes((double) node.bytes()),
                keeps(node) ? NumberText.bytes(keptBytes(node)) : "-");
    }

    private static boolean keeps(PlanNode node) {
        return node.storage() == PlanNode.Storage.ONCE || node.storage() == PlanNode.Storage.SHARED;
    }

    private static double keptBytes(PlanNode node) {
        return (double) node.evaluations() * node.bytes();
    }
}
