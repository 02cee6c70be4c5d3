package dev.winnow.engine.execute;

import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** 20 x 20 points of two metrics, evaluated as a test says. */
final class TestWorkload implements Workload {
    /** Sessions that were ever opened. */
    final AtomicInteger opened = new AtomicInteger();

    private final Quadratic shape = new Quadratic(20, 20);
    private final Evaluation evaluation;

    TestWorkload(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<Parameter> parameters() {
        return shape.parameters();
    }

    @Override
    public List<Metric> metrics() {
        return shape.metrics();
    }

    @Override
    public String kernel() {
        return "test";
    }

    @Override
    public long unitsPerPoint() {
        return 1;
    }

    @Override
    public Session open() {
        opened.incrementAndGet();
        return evaluation::evaluate;
    }
}
