package dev.winnow.replay.stream;

import dev.winnow.replay.expression.RandomExpressions;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Indicator.Argument;
import dev.winnow.replay.indicator.Indicators;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Strategies out of random expressions, in which any indicator may stand. */
final class RandomStrategies {
    private static final Pattern AVERAGE = Pattern.compile("\\b(sma|highest)\\(");
    private static final Pattern TYPICAL = Pattern.compile("\\btypical(\\(\\))?");
    /** What is called with a column and a window. */
    private static final List<String> OF_A_COLUMN =
            names(indicator -> indicator.arguments().size() >= 2
                    && indicator.arguments().get(0).type() == Argument.Type.COLUMN
                    && indicator.arguments().get(1).type() == Argument.Type.WINDOW
                    && indicator.arguments().stream().skip(2).allMatch(Argument::optional));
    /** What is called with windows and numbers alone. */
    private static final List<Indicator> OF_BARS = Indicators.all().stream()
            .filter(indicator -> indicator.arguments().stream().noneMatch(a -> a.type() == Argument.Type.COLUMN))
            .toList();

    private final Random random;
    private final RandomExpressions expressions;

    RandomStrategies(Random random) {
        this.random = random;
        this.expressions = new RandomExpressions(random);
    }

    private static List<String> names(Predicate<Indicator> which) {
        return Indicators.all().stream().filter(which).map(Indicator::name).toList();
    }

    StrategySource strategy(boolean shorts) {
        return new StrategySource(Map.of(), plane(), plane(), shorts ? plane() : null, shorts ? plane() : null, null);
    }

    private String plane() {
        String text = AVERAGE.matcher(expressions.plane(3).text())
                .replaceAll(call -> OF_A_COLUMN.get(random.nextInt(OF_A_COLUMN.size())) + "(");
        return TYPICAL.matcher(text).replaceAll(call -> ofBars(OF_BARS.get(random.nextInt(OF_BARS.size()))));
    }

    private String ofBars(Indicator indicator) {
        return indicator.arguments().stream()
                .map(argument -> argument.type() == Argument.Type.WINDOW
                        ? Integer.toString(1 + random.nextInt(30))
                        : Double.toString(argument.defaultValue()))
                .collect(Collectors.joining(", ", indicator.name() + "(", ")"));
    }
}
