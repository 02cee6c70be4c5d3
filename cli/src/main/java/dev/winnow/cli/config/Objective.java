package dev.winnow.cli.config;

/** What is best: a metric to have high, or low. */
public record Objective(String metric, boolean maximize) {
    /** {@code maximize sharpe}. */
    public String text() {
        return (maximize ? "maximize " : "minimize ") + metric;
    }
}
