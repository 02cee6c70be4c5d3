package dev.winnow.engine.execute;

/** The calling thread's part of a run: delivers outcomes in order and reports progress. */
final class Writer {
    private final long points;
    private final int threads;
    private final Exchange exchange;
    private final ResultSink sink;
    private final Progress progress;
    private final long began = System.nanoTime();
    private long reported = began;
    private long evaluated;
    private long failed;

    Writer(long points, int threads, Exchange exchange, ResultSink sink, Progress progress) {
        this.points = points;
        this.threads = threads;
        this.exchange = exchange;
        this.sink = sink;
        this.progress = progress;
    }

    Execution deliverAll() {
        boolean interrupted = false;
        try {
            while (!exchange.finished()) {
                try {
                    deliverOne();
                } catch (InterruptedException e) {
                    interrupted = true;
                    exchange.requestStop();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return new Execution(points, evaluated, failed, threads, System.nanoTime() - began);
    }

    private void deliverOne() throws InterruptedException {
        Exchange.Delivery next = exchange.take(Exchange.pollNanos());
        if (next != null) {
            sink.accept(next.batch(), next.outcome());
            evaluated += next.batch().count();
            failed += next.outcome().failures().size();
        }
        long now = System.nanoTime();
        if (now - reported >= Exchange.pollNanos()) {
            reported = now;
            exchange.report(progress, points, now - began);
        }
    }
}
