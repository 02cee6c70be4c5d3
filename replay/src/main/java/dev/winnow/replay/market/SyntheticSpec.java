package dev.winnow.replay.market;

import dev.winnow.engine.UserError;

/**
 * What synthetic bars look like; see {@link SyntheticBars} for the formula.
 *
 * @param bars number of bars, at least 1
 * @param seed any number; the same seed gives the same bars to the bit on every machine
 * @param startPrice price before the first bar, > 0
 * @param annualVolatility standard deviation of a year's log return from the diffusion, jumps aside, in [0, 10]
 * @param annualDrift expected log growth of the mean price a year, in [-10, 10]
 * @param spacing length of a bar, {@code 1d} (Monday to Friday), {@code 1h}, {@code 5m} ... (round the clock)
 * @param jumpsPerYear expected jumps a year, >= 0; 0 for none
 * @param jumpVolatility standard deviation of a jump's log size, in [0, 1]
 */
public record SyntheticSpec(
        int bars,
        long seed,
        double startPrice,
        double annualVolatility,
        double annualDrift,
        String spacing,
        double jumpsPerYear,
        double jumpVolatility) {
    public static final double DEFAULT_START_PRICE = 100;
    public static final double DEFAULT_ANNUAL_VOLATILITY = 0.2;
    public static final double DEFAULT_ANNUAL_DRIFT = 0.05;
    public static final String DEFAULT_SPACING = "1d";
    public static final double DEFAULT_JUMPS_PER_YEAR = 4;
    public static final double DEFAULT_JUMP_VOLATILITY = 0.03;

    /** @throws UserError naming every setting that is out of range */
    public SyntheticSpec {
        UserError.checkAll(
                () -> check(bars >= 1, "bars", bars, "at least 1"),
                () -> check(startPrice >= 1e-3 && startPrice <= 1e9, "start-price", startPrice, "in [0.001, 1e9]"),
                () -> check(
                        annualVolatility >= 0 && annualVolatility <= 10, "volatility", annualVolatility, "in [0, 10]"),
                () -> check(Math.abs(annualDrift) <= 10, "drift", annualDrift, "in [-10, 10]"),
                () -> check(jumpsPerYear >= 0 && jumpsPerYear <= 1e6, "jumps-per-year", jumpsPerYear, "in [0, 1e6]"),
                () -> check(jumpVolatility >= 0 && jumpVolatility <= 1, "jump-volatility", jumpVolatility, "in [0, 1]"),
                () -> Spacing.parse(spacing, "data.synthetic.spacing"));
    }

    /** Daily bars with the default price, volatility, drift and jumps. */
    public static SyntheticSpec of(int bars, long seed) {
        return new SyntheticSpec(
                bars,
                seed,
                DEFAULT_START_PRICE,
                DEFAULT_ANNUAL_VOLATILITY,
                DEFAULT_ANNUAL_DRIFT,
                DEFAULT_SPACING,
                DEFAULT_JUMPS_PER_YEAR,
                DEFAULT_JUMP_VOLATILITY);
    }

    private static void check(boolean legal, String key, Number value, String range) {
        if (!legal) {
            throw new UserError("data.synthetic." + key + ": " + value + " is out of range; it must be " + range);
        }
    }
}
