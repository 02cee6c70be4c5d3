package dev.winnow.cli.signals;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.recording.RecordedSetting;
import dev.winnow.replay.recording.RecordedSymbol;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingHead;
import dev.winnow.replay.recording.SignalEvent;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The events of a recording's signals as rows. */
public final class SignalEvents {
    private SignalEvents() {}

    /** A row an event, made as it is asked for. */
    public static Listing of(Recording recording) {
        Iterable<List<Object>> rows = () -> IntStream.range(0, recording.size())
                .boxed()
                .flatMap(signal -> rows(recording, signal))
                .iterator();
        return new Listing(
                List.of(
                        Column.text("time"),
                        Column.number("bar"),
                        Column.text("symbol"),
                        Column.text("strategy"),
                        Column.text("parameters"),
                        Column.text("direction"),
                        Column.number("strength")),
                rows);
    }

    private static Stream<List<Object>> rows(Recording recording, int signal) {
        RecordingHead head = recording.head();
        RecordedSetting setting = recording.setting(signal);
        RecordedSymbol symbol = head.symbols().get(setting.symbol());
        String strategy = head.strategies().get(setting.strategy()).name();
        String parameters = head.parametersText(setting);
        long[] time = recording.time(setting.symbol());
        List<List<Object>> rows = new ArrayList<>();
        SignalEvent.each(
                recording.signal(signal),
                event -> rows.add(List.of(
                        Bars.timeText(symbol.timed(), time[event.bar()]),
                        (long) event.bar(),
                        symbol.symbol(),
                        strategy,
                        parameters,
                        event.direction(),
                        event.strength())));
        return rows.stream();
    }
}
