package dev.winnow.replay.signal;

/** Plain loops, one bar at a time: what runs where there is no Vector API, or too little work to warm it up. */
final class ScalarPlaneKernels implements PlaneKernels {
    private final CodedKernels coded = new ScalarCodedKernels();

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public CodedKernels coded() {
        return coded;
    }

    @Override
    public void compare(Comparison comparison, double[] a, double[] b, int bars, long[] out) {
        for (int from = 0; from < bars; from += 64) {
            out[from >>> 6] = word(comparison, a, b, from, Math.min(bars, from + 64));
        }
    }

    @Override
    public void compare(Comparison comparison, double[] a, double b, int bars, long[] out) {
        for (int from = 0; from < bars; from += 64) {
            out[from >>> 6] = word(comparison, a, b, from, Math.min(bars, from + 64));
        }
    }

    @Override
    public void crosses(double[] a, double[] b, int bars, long[] above, long[] below) {
        for (int from = 0; from < bars; from += 64) {
            order(a, b, from, Math.min(bars, from + 64), above, below);
        }
        Crossings.join(Numbers.of(a), Numbers.of(b), bars, above, below);
    }

    @Override
    public void crosses(double[] a, double b, int bars, long[] above, long[] below) {
        for (int from = 0; from < bars; from += 64) {
            order(a, b, from, Math.min(bars, from + 64), above, below);
        }
        Crossings.join(Numbers.of(a), Numbers.of(b), bars, above, below);
    }

    @Override
    public void crossesAbove(double[] a, double[] b, int bars, long[] above) {
        for (int from = 0; from < bars; from += 64) {
            above[from >>> 6] = above(a, b, from, Math.min(bars, from + 64));
        }
    }

    @Override
    public void crossesAbove(double[] a, double b, int bars, long[] above) {
        for (int from = 0; from < bars; from += 64) {
            above[from >>> 6] = above(a, b, from, Math.min(bars, from + 64));
        }
    }

    @Override
    public void crossesBelow(double[] a, double b, int bars, long[] below) {
        for (int from = 0; from < bars; from += 64) {
            below[from >>> 6] = below(a, b, from, Math.min(bars, from + 64));
        }
    }

    /** The word of bars {@code from} (a multiple of 64) to {@code to} (at most 64 later). */
    static long word(Comparison comparison, double[] a, double[] b, int from, int to) {
        long word = 0;
        switch (comparison) {
            case LESS -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] < b[t], t);
                }
            }
            case LESS_EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] <= b[t], t);
                }
            }
            case GREATER -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] > b[t], t);
                }
            }
            case GREATER_EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] >= b[t], t);
                }
            }
            case EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] == b[t], t);
                }
            }
            case NOT_EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] < b[t] | a[t] > b[t], t);
                }
            }
        }
        return word;
    }

    static long word(Comparison comparison, double[] a, double b, int from, int to) {
        long word = 0;
        switch (comparison) {
            case LESS -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] < b, t);
                }
            }
            case LESS_EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] <= b, t);
                }
            }
            case GREATER -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] > b, t);
                }
            }
            case GREATER_EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] >= b, t);
                }
            }
            case EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] == b, t);
                }
            }
            case NOT_EQUAL -> {
                for (int t = from; t < to; t++) {
                    word |= bit(a[t] < b | a[t] > b, t);
                }
            }
        }
        return word;
    }

    /** The words of {@code a > b} and of {@code a < b}. */
    static void order(double[] a, double[] b, int from, int to, long[] greater, long[] less) {
        long more = 0;
        long fewer = 0;
        for (int t = from; t < to; t++) {
            more |= bit(a[t] > b[t], t);
            fewer |= bit(a[t] < b[t], t);
        }
        greater[from >>> 6] = more;
        less[from >>> 6] = fewer;
    }

    static void order(double[] a, double b, int from, int to, long[] greater, long[] less) {
        long more = 0;
        long fewer = 0;
        for (int t = from; t < to; t++) {
            more |= bit(a[t] > b, t);
            fewer |= bit(a[t] < b, t);
        }
        greater[from >>> 6] = more;
        less[from >>> 6] = fewer;
    }

    static long above(double[] a, double[] b, int from, int to) {
        long word = 0;
        for (int t = Math.max(1, from); t < to; t++) {
            word |= bit(a[t] > b[t] & a[t - 1] <= b[t - 1], t);
        }
        return word;
    }

    static long above(double[] a, double b, int from, int to) {
        long word = 0;
        for (int t = Math.max(1, from); t < to; t++) {
            word |= bit(a[t] > b & a[t - 1] <= b, t);
        }
        return word;
    }

    static long below(double[] a, double b, int from, int to) {
        long word = 0;
        for (int t = Math.max(1, from); t < to; t++) {
            word |= bit(a[t] < b & a[t - 1] >= b, t);
        }
        return word;
    }

    private static long bit(boolean set, int bar) {
        return (set ? 1L : 0L) << bar;
    }
}
