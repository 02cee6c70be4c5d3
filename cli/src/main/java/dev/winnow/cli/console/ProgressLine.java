package dev.winnow.cli.console;

import dev.winnow.engine.execute.Progress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and time left on a terminal; nothing elsewhere, nor for a run that ends at once. */
public final class ProgressLine implements Progress, AutoCloseable {
    /** Before this a bar would only flicker. */
    private static final long PATIENCE_NANOS = 500_000_000;

    private final Console console;
    private final String name;
    private final long points;
    private @Nullable ProgressBar bar;

    private ProgressLine(Console console, String name, long points) {
        this.console = console;
        this.name = name;
        this.points = points;
    }

    /**
     * One that shows nothing yet.
     *
     * @param name what is on its way
     * @param points how many there are to do
     */
    public static ProgressLine on(Console console, String name, long points) {
        return new ProgressLine(console, name, points);
    }

    @Override
    public void advanced(long evaluated, long all, long failed, long elapsedNanos) {
        if (!console.errTerminal() || elapsedNanos < PATIENCE_NANOS) {
            return;
        }
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(points)
                    .setUnit(" points", 1)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                    .build();
            bar = shown;
        }
        shown.stepTo(evaluated);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
