package dev.winnow.replay.indicator;

/** The first defined bar of every indicator as a number; the text in the registry says the same in words. */
final class FirstDefined {
    private FirstDefined() {}

    /** Later than any bar of a test. */
    private static final int NEVER = 1_000_000;

    /** {@link #NEVER} where there is none. */
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
                    case "dema" -> 2 * (s[0] - 1);
                    case "tema" -> 3 * (s[0] - 1);
                    case "hma" -> s[0] + Math.floor(Math.sqrt(s[0])) - 2;
                    case "kama", "percent_rank", "mfi", "plus_di", "minus_di", "aroon_up", "aroon_down" -> s[0];
                    case "supertrend", "supertrend_direction" -> s[0];
                    case "vwma", "vwap", "williams_r", "cci" -> s[0] - 1;
                    case "correlation" -> s[0] == 1 ? Double.POSITIVE_INFINITY : s[0] - 1;
                    case "trix" -> 3 * (s[0] - 1) + 1;
                    case "stoch_k" -> s[0] + s[1] - 2;
                    case "stoch_d" -> s[0] + s[1] + s[2] - 3;
                    case "ultimate" -> Math.max(s[0], Math.max(s[1], s[2]));
                    case "adx" -> 2 * s[0] - 1;
                    case "chaikin" -> Math.max(s[0], s[1]) - 1;
                    case "psar" -> 1;
                    case "obv", "ad", "session_vwap" -> 0;
                    case "heikin_ashi_open", "heikin_ashi_high", "heikin_ashi_low", "heikin_ashi_close" -> 0;
                    default -> throw new IllegalArgumentException("no first bar for " + call);
                };
        return (int) Math.min(first, NEVER);
    }
}
