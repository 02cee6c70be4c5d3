package dev.winnow.engine.execute;

import dev.winnow.engine.observe.MemoryMeter;
import dev.winnow.engine.observe.Observation;
import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.observe.WriterClock;
import dev.winnow.engine.plan.Forecast;
import org.jspecify.annotations.Nullable;

/** The calling thread's part of a run: delivers outcomes in order, reports progress, tunes and foretells. */
final class Writer {
    /** Share of the cost after which the whole is foretold. */
    private static final double FORETOLD_AT = 0.25;

    /** A run that takes longer has its allocation measured. */
    private static final long METERED_NANOS = 1_000_000_000;

    private final long points;
    private final Exchange exchange;
    private final Progress progress;
    private final FailureWatch failures;
    private final Tuner tuner;
    private final Crew crew;
    private final ThreadMeter meter;
    private final WriterClock clock = new WriterClock();
    private final MemoryMeter memory = new MemoryMeter();
    private final long began = System.nanoTime();
    private long looked = began;
    private long evaluated;
    private long failed;
    private String stopped = "";
    private Forecast forecast = Forecast.NONE;

    Writer(
            long points,
            Exchange exchange,
            Progress progress,
            FailureWatch failures,
            Tuner tuner,
            Crew crew,
            ThreadMeter meter) {
        this.points = points;
        this.exchange = exchange;
        this.progress = progress;
        this.failures = failures;
        this.tuner = tuner;
        this.crew = crew;
        this.meter = meter;
    }

    Execution deliverAll() {
        boolean interrupted = false;
        try {
            while (!exchange.finished()) {
                try {
                    deliverOne();
                } catch (InterruptedException e) {
                    interrupted = true;
                    exchange.end();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        long elapsed = System.nanoTime() - began;
        exchange.end();
        crew.join();
        return new Execution(
                points,
                evaluated,
                failed,
                crew.size(),
                elapsed,
                stopped,
                forecast,
                exchange.bytes(),
                Observation.of(elapsed, crew.clocks(), clock, exchange.times(), memory));
    }

    private void deliverOne() throws InterruptedException {
        Exchange.@Nullable Delivery next = exchange.take(Exchange.pollNanos());
        if (next != null) {
            long backlog = exchange.backlog();
            long wrote = System.nanoTime();
            next.write().run();
            clock.wrote(System.nanoTime() - wrote, backlog);
            evaluated += next.batch().count();
            failed += next.outcome().failures().size();
            String reason = failures.accept(next.batch().count(), next.outcome());
            if (stopped.isEmpty() && !reason.isEmpty()) {
                stopped = reason;
                exchange.end();
            }
        }
        long now = System.nanoTime();
        if (!forecast.made()) {
            foretell(now - began);
        }
        if (now - looked >= Exchange.pollNanos()) {
            looked = now;
            look(now - began);
        }
    }

    private void foretell(long elapsed) {
        Gauge.Reading reading = exchange.reading();
        if (reading.share() >= FORETOLD_AT && reading.batches() >= 2L * reading.workers()) {
            forecast = exchange.forecast(elapsed);
        }
    }

    private void look(long elapsed) {
        Gauge.Reading reading = exchange.reading();
        progress.advanced(reading.points(), points, reading.failed(), elapsed);
        if (tuner.observe(elapsed, reading.batches(), reading.cost())) {
            exchange.adopt(tuner.batchSize(), tuner.threads());
            crew.atLeast(tuner.threads());
        }
        if (elapsed >= METERED_NANOS) {
            meter.turnOn();
            memory.turnOn();
        }
    }
}
