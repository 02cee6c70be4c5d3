package dev.winnow.cli.point;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.ReadySpec;
import dev.winnow.engine.UserError;
import dev.winnow.replay.expression.PointFailure;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.BarStream;
import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.stream.StreamedBacktest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code winnow run --stream}: one point on bars that come one by one. Ctrl-C prints the summary of what was until then
 * even while the input is silent; the JVM's exit code is 130 then.
 */
public final class StreamRun {
    /** What stands for standard input in place of a file. */
    public static final String STANDARD_INPUT = "-";

    private final SweepSpec spec;
    private final double[] point;
    private final String file;
    private final Console console;
    private final DataSpec data;
    private final Execution execution;
    private final StreamLines lines;
    private final StreamedBacktest backtest;

    private String first = "";
    private long dropped;
    private boolean ended;

    /**
     * A stream before its first bar.
     *
     * @param point double[axes], fixed
     * @param file where the bars are, or "-"
     * @throws UserError if the point is impossible
     */
    public StreamRun(ReadySpec ready, double[] point, String file, Console console) {
        this.spec = ready.spec();
        this.point = point;
        this.file = file;
        this.console = console;
        this.data = spec.data().spec();
        this.lines = new StreamLines(console.out());
        try {
            this.execution = spec.execution().settings(spec.axes()).at(point, data.periodsPerYear());
            this.backtest = new StreamedBacktest(ready.plan().stream(point), execution, lines);
        } catch (PointFailure failure) {
            throw new UserError("the point fails: " + failure.getMessage());
        }
        if (execution.borrow() > 0 && Double.isNaN(data.periodsPerYear())) {
            throw new UserError("execution.borrow: charging it needs the number of bars a year, which a stream does not"
                    + " tell in advance; give it, for example --set data.periods-per-year=252");
        }
    }

    /** Takes every bar, prints what happens and at last the summary. */
    public void run() {
        if (file.equals(STANDARD_INPUT)) {
            follow(console.in(), "standard input", true);
            return;
        }
        Path path = Path.of(file);
        try (InputStream in = Files.newInputStream(path)) {
            follow(in, file, !Files.isRegularFile(path));
        } catch (IOException e) {
            throw new UserError("--stream: cannot read '" + file + "' ("
                    + e.getClass().getSimpleName() + "); name a file, or - for standard input");
        }
    }

    /** @param live whether every line is sent on at once */
    private void follow(InputStream in, String source, boolean live) {
        Thread interrupt = new Thread(() -> end(source, "interrupted"), "winnow-interrupt");
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            BarStream bars = new BarStream(data, in, source);
            Bar bar = new Bar();
            while (!lines.closed() && bars.next(bar)) {
                take(bar, bars.dropped(), live);
            }
            end(source, "end of input");
        } finally {
            lines.flush();
            keep(interrupt);
        }
    }

    private static void keep(Thread interrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupt);
        } catch (IllegalStateException ending) {
            // the JVM is on its way out: the summary is or will be printed
        }
    }

    private synchronized void take(Bar bar, long droppedSoFar, boolean live) {
        if (ended) {
            return;
        }
        if (first.isEmpty()) {
            first = bar.timeText();
        }
        dropped = droppedSoFar;
        backtest.next(bar);
        if (live) {
            lines.flush();
        }
    }

    private synchronized void end(String source, String why) {
        if (!ended) {
            ended = true;
            lines.summary(spec.name(), source, why, first, dropped, spec.axes(), point, execution, backtest);
        }
    }
}
