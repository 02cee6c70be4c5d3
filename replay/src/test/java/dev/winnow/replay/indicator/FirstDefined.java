package dev.winnow.replay.indicator;

/** The first defined bar of every indicator as a number; the text in the registry says the same in words. */
final class FirstDefined {
    private FirstDefined() {}

    /** Integer.MAX_VALUE where there is none. */
    static int of(Call call) {
        double[] s = call.scalars();
        double first =
                switch (call.indicator().name()) {
                    case "sma", "ema", "rma", "wma", "highest", "lowest", "variance", "stddev", "linreg_value" ->
                        s[0] - 1;
                    case "zscore", "linreg_slope" -> s[0] == 1 ? Double.POSITIVE_INFINITY : s[0] - 1;
                    case "bollinger_upper", "bollinger_middle", "bollinger_lower", "keltner_middle" -> s[0] - 1;
                    case "donchian_upper", "donchian_middle", "donchian_lower" -> s[0] - 1;
                    case "rsi", "roc", "momentum", "atr", "natr", "keltner_upper", "keltner_lower" -> s[0];
                    case "true_range" -> 1;
                    case "macd_line" -> Math.max(s[0], s[1]) - 1;
                    case "macd_signal", "macd_histogram" -> Math.max(s[0], s[1]) + s[2] - 2;
                    default -> throw new IllegalArgumentException("no first bar for " + call);
                };
        return (int) Math.min(first, Integer.MAX_VALUE);
    }
}
