package dev.winnow.cli.config;

/**
 * Knobs that never change a result.
 *
 * @param threads worker threads; 0: one a core
 * @param batch points a batch; 0: chosen by the engine
 * @param output "table", "json" or "csv"
 * @param top points to list; {@link Long#MAX_VALUE}: all
 */
public record RunSection(int threads, int batch, String output, long top) {
    /** Worker threads to start. */
    public int workers() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
