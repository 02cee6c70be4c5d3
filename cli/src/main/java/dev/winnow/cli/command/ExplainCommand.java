package dev.winnow.cli.command;

import dev.winnow.replay.expression.PlanNode;
import dev.winnow.replay.market.LoadedBars;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow explain}: the shared plan of a strategy. */
@Command(
        name = "explain",
        description = "Print what a sweep computes, on which parameters it depends, and how often that is.")
final class ExplainCommand implements Runnable {
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
                            + String.format(
                                    Locale.ROOT,
                                    "%,d bars, %,d grid points",
                                    loaded.bars().size(),
                                    gridPoints(ready)));
            print(ready, loaded.bars().size(), console);
        }
    }

    private static long gridPoints(ReadySpec ready) {
        return ready.spec().axes().stream().mapToLong(axis -> axis.levels()).reduce(1, (a, b) -> a * b);
    }

    /** The plan's table. */
    static void print(ReadySpec ready, int bars, Console console) {
        TextTable table =
                new TextTable(List.of("node", "type", "depends on", "kept", "times>", "bytes each>", "bytes kept>"));
        double kept = 0;
        for (PlanNode node : ready.plan().explain(bars)) {
            boolean keeps = node.storage() == PlanNode.Storage.ONCE || node.storage() == PlanNode.Storage.SHARED;
            double total = keeps ? (double) node.evaluations() * node.bytes() : 0;
            kept += total;
            table.row(List.of(
                    node.text(),
                    node.type().text(),
                    node.parameters().isEmpty() ? "-" : String.join(", ", node.parameters()),
                    node.storage().text(),
                    String.format(Locale.ROOT, "%,d", node.evaluations()),
                    Figures.bytes((double) node.bytes()),
                    keeps ? Figures.bytes(total) : "-"));
        }
        table.print(console.out());
        console.out().println("kept at most " + Figures.bytes(kept));
    }
}
