package dev.winnow.cli.signals;

import dev.winnow.cli.config.RunSection;
import dev.winnow.cli.ready.ReadyRecording;
import dev.winnow.replay.PlanFootprint;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.recording.Recorder;
import dev.winnow.replay.recording.SignalStrategy;
import dev.winnow.reports.table.NumberText;
import java.util.Comparator;
import java.util.List;

/**
 * What a recording takes of the heap at most, judged before it starts; in bytes. The program itself comes on top.
 *
 * @param bars of all symbols
 * @param artifacts columns and planes that settings share
 * @param threads scratch of the threads, and a signal each
 * @param settings signals that wait to be written, as if none could be packed
 */
record RecordingMemory(long bars, long artifacts, long threads, long settings) {
    /** Strategies are recorded one after the other, symbol by symbol: the largest counts. */
    static RecordingMemory of(ReadyRecording ready, List<LoadedBars> bars) {
        RunSection run = ready.spec().run();
        long inputs = Bars.BAR_BYTES
                * bars.stream().mapToLong(loaded -> loaded.bars().size()).sum();
        return bars.stream()
                .flatMap(loaded -> ready.strategies().stream()
                        .map(strategy -> of(strategy, loaded.bars().size(), run, inputs)))
                .max(Comparator.comparingLong(RecordingMemory::total))
                .orElseGet(() -> new RecordingMemory(inputs, 0, 0, 0));
    }

    private static RecordingMemory of(SignalStrategy strategy, int bars, RunSection run, long inputs) {
        PlanFootprint plan = PlanFootprint.of(strategy.explain(bars), run.memoryBytes() / 2);
        long signal = strategy.signalBytes(bars);
        long underWay = Math.min(strategy.space().size(), Recorder.underWay(run.workers()));
        return new RecordingMemory(
                inputs, plan.artifactBytes(), run.workers() * (plan.scratchBytes() + signal), underWay * signal);
    }

    private long total() {
        return bars + artifacts + threads + settings;
    }

    /** In one line. */
    String text() {
        return "memory: at most about " + NumberText.bytes((double) total()) + ": bars "
                + NumberText.bytes((double) bars) + ", artifacts " + NumberText.bytes((double) artifacts)
                + ", threads " + NumberText.bytes((double) threads) + ", signals to be written "
                + NumberText.bytes((double) settings);
    }
}
