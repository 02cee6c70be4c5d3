package dev.winnow.reports.flame;

import java.util.List;

/** Which part of the work a stack belongs to, by the winnow frame nearest to its end. */
public enum Stage {
    /** Reading bars. */
    LOAD("load"),
    INDICATORS("indicators"),
    /** Planes and the strategy's expressions. */
    SIGNALS("signals"),
    /** Trades, equity and metrics; any code of the backtest that has no stage of its own. */
    SIMULATE("simulate"),
    /** Results, tables and reports. */
    WRITE("write"),
    /** Planning, batches, threads, artifacts. */
    ENGINE("engine"),
    /** A workload of the user's own. */
    WORKLOAD("workload"),
    /** Options, specs, printing. */
    COMMAND("command"),
    /** The just-in-time compiler's threads. */
    COMPILER("compiler"),
    /** The garbage collector's threads. */
    COLLECTOR("collector"),
    /** No frame of winnow: starting and loading classes, mostly. */
    OTHER("other");

    /** The root frame of stacks of the compiler's threads, which have no Java frames. */
    public static final String COMPILER_ROOT = "[compiler]";

    /** The root frame of stacks of the collector's threads. */
    public static final String COLLECTOR_ROOT = "[collector]";

    /** Frames that begin so belong to the stage; the first rule that fits counts. */
    private record Rule(String prefix, Stage stage) {}

    private static final List<Rule> RULES = List.of(
            new Rule("dev.winnow.replay.market.", LOAD),
            new Rule("dev.winnow.replay.indicator.", INDICATORS),
            new Rule("dev.winnow.replay.signal.", SIGNALS),
            new Rule("dev.winnow.replay.expression.", SIGNALS),
            new Rule("dev.winnow.replay.", SIMULATE),
            new Rule("dev.winnow.engine.store.", WRITE),
            new Rule("dev.winnow.reports.", WRITE),
            new Rule("dev.winnow.engine.", ENGINE),
            new Rule("dev.winnow.cli.", COMMAND),
            new Rule(COMPILER_ROOT, COMPILER),
            new Rule(COLLECTOR_ROOT, COLLECTOR));

    private static final String EVALUATOR = "dev.winnow.engine.execute.Evaluator.";
    private static final List<String> NOT_THE_USERS = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The stage of a stack, its frames from the root on. */
    public static Stage of(List<String> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            String frame = frames.get(i);
            for (Rule rule : RULES) {
                if (frame.startsWith(rule.prefix())) {
                    return frame.startsWith(EVALUATOR) && isOfTheUser(frames.subList(i + 1, frames.size()))
                            ? WORKLOAD
                            : rule.stage();
                }
            }
        }
        return OTHER;
    }

    private static boolean isOfTheUser(List<String> callees) {
        return callees.stream()
                .anyMatch(frame -> frame.indexOf('.') > 0
                        && !frame.startsWith("lib")
                        && NOT_THE_USERS.stream().noneMatch(frame::startsWith));
    }
}
