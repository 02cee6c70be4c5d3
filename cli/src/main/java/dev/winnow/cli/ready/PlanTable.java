package dev.winnow.cli.ready;

import dev.winnow.cli.console.Console;
import dev.winnow.replay.expression.PlanNode;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.util.List;

/** What a strategy computes, on which parameters each part depends, how often that is, and what of it is kept. */
public final class PlanTable {
    private static final List<Column> COLUMNS = List.of(
            Column.left("node"),
            Column.left("type"),
            Column.left("depends on"),
            Column.left("kept"),
            Column.right("times"),
            Column.right("bytes each"),
            Column.right("bytes kept"));

    private PlanTable() {}

    /**
     * Prints the table, and how much is kept at most.
     *
     * @param bars how many a strategy runs over
     */
    public static void print(StrategyPlan plan, int bars, Console console) {
        List<PlanNode> nodes = plan.explain(bars);
        new TextTable(COLUMNS, Glyphs.UNICODE)
                .write(nodes.stream().map(PlanTable::cells).toList(), console.out());
        double kept = nodes.stream()
                .filter(PlanTable::keeps)
                .mapToDouble(PlanTable::keptBytes)
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
        return node.storage().keeps();
    }

    private static double keptBytes(PlanNode node) {
        return (double) node.evaluations() * node.bytes();
    }
}
