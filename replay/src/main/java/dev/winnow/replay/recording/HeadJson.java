package dev.winnow.replay.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.market.DataSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The head of a recording as one line of JSON. */
final class HeadJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private HeadJson() {}

    private record Head(
            String name,
            Map<String, String> identity,
            DataSpec data,
            String folder,
            int quantize,
            List<RecordedSymbol> symbols,
            List<Strategy> strategies,
            long settings) {}

    private record Strategy(
            String name,
            List<Axis> axes,
            @Nullable String where,
            Map<String, String> let,
            @Nullable String enterLong,
            @Nullable String exitLong,
            @Nullable String enterShort,
            @Nullable String exitShort,
            @Nullable String position,
            @Nullable String score) {
        static Strategy of(SignalSource source) {
            return switch (source.rule()) {
                case SignalRule.Score score ->
                    new Strategy(
                            source.name(),
                            source.axes(),
                            source.where(),
                            score.let(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            score.text());
                case SignalRule.Planes planes -> {
                    StrategySource rules = planes.source();
                    yield new Strategy(
                            source.name(),
                            source.axes(),
                            source.where(),
                            rules.let(),
                            rules.enterLong(),
                            rules.exitLong(),
                            rules.enterShort(),
                            rules.exitShort(),
                            rules.position(),
                            null);
                }
            };
        }

        SignalSource source() {
            SignalRule rule = score == null
                    ? new SignalRule.Planes(
                            new StrategySource(let, enterLong, exitLong, enterShort, exitShort, position))
                    : new SignalRule.Score(let, score);
            return new SignalSource(name, axes, where, rule);
        }
    }

    static String text(RecordingHead head) {
        Head plain = new Head(
                head.name(),
                head.identity().fields(),
                head.data(),
                head.folder(),
                head.quantize(),
                head.symbols(),
                head.strategies().stream().map(Strategy::of).toList(),
                head.settings());
        try {
            return MAPPER.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws DamagedSignalException when the text is no head */
    static RecordingHead of(String text) {
        try {
            Head head = MAPPER.readValue(text, Head.class);
            return new RecordingHead(
                    head.name(),
                    new RunIdentity(head.identity()),
                    head.data(),
                    head.folder(),
                    head.quantize(),
                    head.symbols(),
                    head.strategies().stream().map(Strategy::source).toList(),
                    head.settings());
        } catch (JsonProcessingException | NullPointerException | IllegalArgumentException | UserError e) {
            throw new DamagedSignalException(
                    "its head is none ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")",
                    e);
        }
    }
}
