package dev.winnow.reports.profile;

import dev.winnow.reports.flame.Stage;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A profile on one page, as text or as Markdown. */
public final class ProfileSummary {
    private static final int FRAMES = 12;

    /** Sampling this much coarser than asked for is worth telling. */
    private static final double COARSER = 1.5;

    private record Table(String title, List<Column> columns, List<List<String>> rows) {}

    private final Profile profile;

    public ProfileSummary(Profile profile) {
        this.profile = profile;
    }

    /** The page as text in columns. */
    public String text() {
        StringBuilder page = new StringBuilder(title()).append("\n\n");
        facts().forEach(fact -> page.append(fact).append('\n'));
        for (Table table : tables()) {
            page.append('\n').append(table.title()).append('\n');
            new TextTable(table.columns(), Glyphs.UNICODE).write(table.rows(), page);
        }
        page.append("\nWhat the sampler could not see\n");
        unseen().forEach(line -> page.append("- ").append(line).append('\n'));
        return page.toString();
    }

    /** The page as Markdown. */
    public String markdown() {
        StringBuilder page = new StringBuilder("# ").append(title()).append("\n\n");
        facts().forEach(fact -> page.append("- ").append(fact).append('\n'));
        for (Table table : tables()) {
            page.append("\n## ").append(table.title()).append("\n\n");
            page.append(row(table.columns().stream().map(Column::header).toList()));
            page.append(row(table.columns().stream()
                    .map(column -> column.alignment() == TextTable.Alignment.RIGHT ? "--:" : "---")
                    .toList()));
            table.rows()
                    .forEach(cells -> page.append(row(
                            cells.stream().map(cell -> cell.replace("|", "\\|")).toList())));
        }
        page.append("\n## What the sampler could not see\n\n");
        unseen().forEach(line -> page.append("- ").append(line).append('\n'));
        return page.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private String title() {
        return "winnow " + String.join(" ", profile.session().command());
    }

    private List<String> facts() {
        Session session = profile.session();
        Map<String, Object> gc = profile.collections();
        Map<String, Object> jit = profile.compilations();
        double steady = number(jit, "steadyAfterSeconds");
        return List.of(
                "exit code " + session.exitCode() + ", " + seconds(session.wallSeconds()) + " profiled, "
                        + seconds(session.cpuSeconds()) + " of processor time",
                session.asked().text() + " by " + session.used() + ", every " + session.interval() + ": "
                        + NumberText.grouped(profile.samples()) + " samples",
                "garbage collector: " + gc.get("collections") + " collections, " + seconds(number(gc, "pauseSeconds"))
                        + " of pauses (" + share(number(gc, "share")) + "), the longest "
                        + seconds(number(gc, "longestPauseSeconds")),
                "allocation: " + NumberText.bytes(session.allocatedBytes()) + ", "
                        + NumberText.bytes(session.allocatedBytes() / session.wallSeconds()) + "/s",
                "compiler: " + jit.get("compilations") + " methods in " + seconds(number(jit, "seconds"))
                        + " of its threads, " + jit.get("deoptimizations") + " deoptimisations, "
                        + (Double.isNaN(steady)
                                ? "no steady state of a second or more"
                                : "steady after " + seconds(steady)));
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(
                "By stage",
                List.of(Column.left("stage"), Column.right("share")),
                profile.stages().entrySet().stream()
                        .sorted(Map.Entry.<Stage, Double>comparingByValue().reversed())
                        .map(stage -> List.of(stage.getKey().text(), share(stage.getValue())))
                        .toList()));
        List<FrameShare> frames = FrameShare.all(profile.stacks());
        tables.add(frames("Top frames by what they do themselves", frames.stream()));
        tables.add(frames(
                "Top frames of winnow with what they call",
                frames.stream()
                        .filter(frame -> frame.frame().startsWith("dev.winnow."))
                        .sorted(Comparator.comparingDouble(FrameShare::total).reversed())));
        tables.add(new Table(
                "Waiting for locks, all threads",
                List.of(Column.left("class"), Column.left("kind"), Column.right("times"), Column.right("time")),
                profile.waits().stream()
                        .map(wait -> List.of(
                                String.valueOf(wait.get("class")),
                                String.valueOf(wait.get("kind")),
                                String.valueOf(wait.get("count")),
                                seconds(number(wait, "seconds"))))
                        .toList()));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static Table frames(String title, Stream<FrameShare> frames) {
        return new Table(
                title,
                List.of(Column.right("self"), Column.right("total"), Column.left("frame")),
                frames.limit(FRAMES)
                        .map(frame -> List.of(share(frame.self()), share(frame.total()), frame.frame()))
                        .toList());
    }

    private List<String> unseen() {
        List<String> lines = new ArrayList<>(profile.session().notes());
        Map<String, Object> unseen = profile.blindness();
        lines.add(share(number(unseen, "failedShare")) + " of what was sampled has a stack that could not be walked, "
                + share(number(unseen, "cutShare")) + " one that was cut off; " + unseen.get("lost")
                + " samples were lost");
        double biased = number(unseen, "biasedShare");
        if (biased > 0) {
            lines.add(share(biased) + " was taken at a safepoint, later than where the timer struck");
        }
        if (unseen.get("codeShares") instanceof Map<?, ?> kinds && !kinds.isEmpty()) {
            lines.add("samples ended in: "
                    + String.join(
                            ", ",
                            kinds.entrySet().stream()
                                    .map(kind -> kind.getKey() + " " + share(((Number) kind.getValue()).doubleValue()))
                                    .toList()));
        }
        double actual = profile.nanosPerSample();
        long asked = profile.session().intervalNanos();
        if (asked > 0 && actual > COARSER * asked) {
            lines.add("a sample stands for " + NumberText.fixed(actual / 1e6, 2)
                    + " ms of processor time, not the " + profile.session().interval()
                    + " asked for: the kernel's tick is coarser, or threads were missed");
        }
        return lines;
    }

    private static double number(Map<String, Object> facts, String field) {
        return facts.get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static String share(double share) {
        return NumberText.share(share, Glyphs.UNICODE);
    }

    private static String seconds(double seconds) {
        return NumberText.fixed(seconds, 3) + " s";
    }
}
