package dev.winnow.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.recording.RecordingFacts.OfSetting;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Sides;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFactsTest {
    @TempDir
    private Path folder;

    private static Signal planes(int bars, long enterLong, long exitLong, long enterShort) {
        return new Signal.Planes(new DecisionPlanes(
                bars, new long[] {enterLong}, new long[] {exitLong}, new long[] {enterShort}, new long[1]));
    }

    @Test
    void the_facts_of_a_hand_worked_signal() {
        // long from bar 1, flat at 4, short from 6 on
        SignalFacts facts = SignalFacts.of(planes(8, 0b0000_0010, 0b0001_0000, 0b0100_0000));

        assertThat(facts.events()).isEqualTo(3);
        assertThat(facts.first()).isEqualTo(1);
        assertThat(facts.last()).isEqualTo(6);
        assertThat(facts.longShare()).isEqualTo(3 / 8.0);
        assertThat(facts.shortShare()).isEqualTo(2 / 8.0);
    }

    @Test
    void jaccard_is_bars_on_the_same_side_by_bars_on_any() {
        Sides one = SignalFacts.of(planes(8, 0b1, 0b1_0000, 0)).sides(); // long on bars 0 to 3
        Sides other = SignalFacts.of(new Signal.Score(new double[] {0, 0, 1, -1, 0.1, 0, 0, 0}))
                .sides(); // long on 2 and 4, short on 3

        assertThat(SignalFacts.jaccard(one, other)).isEqualTo(1 / 5.0);
        assertThat(SignalFacts.jaccard(one, one)).isEqualTo(1);
        assertThat(SignalFacts.jaccard(
                        SignalFacts.of(planes(8, 0, 0, 0)).sides(),
                        SignalFacts.of(planes(8, 0, 1, 0)).sides()))
                .isNaN();
    }

    @Test
    void a_setting_with_the_sides_of_an_earlier_one_is_its_duplicate() throws IOException {
        RandomRecording random = RandomRecording.of(1, 0);
        int bars = random.head().symbols().getFirst().bars();
        List<Signal> signals = new ArrayList<>(random.signals());
        signals.set(
                3,
                new Signal.Planes(new DecisionPlanes(
                        bars,
                        DecisionPlanes.absent(bars),
                        DecisionPlanes.absent(bars),
                        DecisionPlanes.absent(bars),
                        DecisionPlanes.absent(bars))));
        signals.set(5, signals.get(3));
        new RandomRecording(random.head(), random.settings(), signals, random.times()).record(folder, signals.size());
        try (Recording recording = Recording.open(folder)) {
            List<OfSetting> facts = RecordingFacts.of(recording).settings();
            int first = facts.get(3).duplicateOf() < 0 ? 3 : facts.get(3).duplicateOf();
            assertThat(facts.get(5).duplicateOf()).isEqualTo(first);
            assertThat(facts).allSatisfy(one -> assertThat(one.duplicateOf()).isLessThan(facts.indexOf(one)));
            assertThat(facts.get(0).rawBytes()).isEqualTo(2L * 8 * bars); // enter-long and enter-short
        }
    }
}
