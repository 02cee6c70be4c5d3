package dev.winnow.replay.market;

import java.util.SplittableRandom;

/**
 * Bars from a regime-switching diffusion with jumps, after Hamilton (1989) for the regimes and Merton (1976) for the
 * jumps.
 *
 * <p>With A bars a year and dt = 1/A, volatility sigma and drift mu of the {@link SyntheticSpec}:
 * <ul>
 * <li>the regime is calm (volatility 0.7 sigma, mean length 0.5 years) or stormy (volatility sqrt(3.04) sigma, mean
 *     length 0.125 years). It starts calm and leaves its state before a bar with probability 1 - exp(-dt/length). A
 *     fifth of the time is stormy in the long run, so the mean variance is 0.8 * 0.49 + 0.2 * 3.04 = 1 sigma^2;
 * <li>log return of a bar = J + sum over k = 1..6 of ((mu - s^2/2) dt/6 + s sqrt(dt/6) Z_k), s the regime's volatility
 *     and Z_k standard normal; J is jumpVolatility * Z with probability 1 - exp(-jumpsPerYear dt), else 0;
 * <li>the jump stands between the last close and the open, so it gaps over stops; high and low are the extremes of
 *     the open and the six steps, close is the last step;
 * <li>volume = round(1e6 (0.5 + |log(close/open)| / max(s sqrt(dt), 1e-9)) exp(0.3 Z)).
 * </ul>
 * Log prices stay in [log 1e-6, log 1e12]. Bars start on Monday 2000-01-03; daily bars leave out Saturdays and Sundays.
 * A is 252 for 1d to 4d, else 365.25 days / spacing.
 *
 * <p>The same bits everywhere: uniform longs come from {@link SplittableRandom}, whose SplitMix64 steps are plain 64-bit
 * arithmetic (a test pins them), normals from Marsaglia's polar method on {@link StrictMath}, nothing from a thread, a
 * clock or an intrinsic.
 */
final class SyntheticBars {
    private static final int STEPS = 6;
    private static final double CALM = 0.7;
    private static final double STORMY = Math.sqrt(3.04);
    private static final double CALM_YEARS = 0.5;
    private static final double STORMY_YEARS = 0.125;
    private static final double LOWEST = StrictMath.log(1e-6);
    private static final double HIGHEST = StrictMath.log(1e12);
    private static final long START = 10_959 * TimeText.DAY;

    private final SyntheticSpec spec;
    private final SplittableRandom random;
    private double spare = Double.NaN;

    private SyntheticBars(SyntheticSpec spec) {
        this.spec = spec;
        this.random = new SplittableRandom(spec.seed());
    }

    /** The bars of {@code spec}; every rule of a legal bar holds. */
    static Bars generate(SyntheticSpec spec) {
        return new SyntheticBars(spec).generate();
    }

    private Bars generate() {
        int n = spec.bars();
        long[] time = new long[n];
        double[][] columns = new double[5][n];
        long spacing = Spacing.parse(spec.spacing(), "data.synthetic.spacing");
        double dt = 1 / PeriodsPerYear.ofSpacing(spacing);
        double leaveCalm = 1 - StrictMath.exp(-dt / CALM_YEARS);
        double leaveStormy = 1 - StrictMath.exp(-dt / STORMY_YEARS);
        double jump = 1 - StrictMath.exp(-spec.jumpsPerYear() * dt);
        double log = StrictMath.log(spec.startPrice());
        boolean stormy = false;
        long moment = START;
        for (int t = 0; t < n; t++) {
            stormy ^= uniform() < (stormy ? leaveStormy : leaveCalm);
            if (uniform() < jump) {
                log = clamp(log + spec.jumpVolatility() * normal());
            }
            log = bar(columns, t, log, spec.annualVolatility() * (stormy ? STORMY : CALM), dt);
            time[t] = moment;
            moment = next(moment, spacing);
        }
        return new Bars("synthetic", true, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /** Writes bar t, which opens at the log price given; returns the log price of its close. */
    private double bar(double[][] columns, int t, double start, double volatility, double dt) {
        double log = start;
        double low = start;
        double high = start;
        double drift = (spec.annualDrift() - volatility * volatility / 2) * (dt / STEPS);
        double scale = volatility * Math.sqrt(dt / STEPS);
        for (int k = 0; k < STEPS; k++) {
            log = clamp(log + (drift + scale * normal()));
            low = Math.min(low, log);
            high = Math.max(high, log);
        }
        double open = StrictMath.exp(start);
        double close = StrictMath.exp(log);
        columns[0][t] = open;
        // exp may round two nearly equal logs out of order, so the rule is restated on the prices
        columns[1][t] = Math.max(StrictMath.exp(high), Math.max(open, close));
        columns[2][t] = Math.min(StrictMath.exp(low), Math.min(open, close));
        columns[3][t] = close;
        double move = Math.abs(log - start) / Math.max(volatility * Math.sqrt(dt), 1e-9);
        columns[4][t] = Math.rint(1e6 * (0.5 + move) * StrictMath.exp(0.3 * normal()));
        return log;
    }

    private static long next(long moment, long spacing) {
        long next = moment + spacing;
        if (spacing == TimeText.DAY) {
            while (Weekend.is(Math.floorDiv(next, TimeText.DAY))) {
                next += TimeText.DAY;
            }
        }
        return next;
    }

    private static double clamp(double log) {
        return Math.clamp(log, LOWEST, HIGHEST);
    }

    /** In [0, 1), 53 bits. */
    private double uniform() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    private double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        return u * factor;
    }
}
