package dev.winnow.cli.config;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Dimension;
import dev.winnow.engine.space.ListedTuples;
import dev.winnow.engine.space.Simplex;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code weights} of a replay, as they are given before the signals are known. */
public sealed interface WeightSection {
    /** The weights of these signals as columns that move together. */
    Dimension dimension(List<String> signals);

    /** Every signal the same. */
    record Equal() implements WeightSection {
        @Override
        public Dimension dimension(List<String> signals) {
            double[] row = new double[signals.size()];
            Arrays.fill(row, 1.0 / row.length);
            return ListedTuples.of(signals, row);
        }
    }

    /**
     * Every vector of equal steps that sums to 1.
     *
     * @param parts into how many steps 1 is cut
     */
    record Even(int parts) implements WeightSection {
        @Override
        public Dimension dimension(List<String> signals) {
            return new Simplex(signals, parts);
        }
    }

    /** Drawn by Dirichlet's distribution. */
    record Drawn(int count, long seed) implements WeightSection {
        @Override
        public Dimension dimension(List<String> signals) {
            return ListedTuples.drawn(signals, count, seed);
        }
    }

    /**
     * Vectors one by one.
     *
     * @param scaled whether each is divided by the sum of its absolute values
     */
    record Vectors(List<List<Double>> vectors, boolean scaled) implements WeightSection {
        @Override
        public Dimension dimension(List<String> signals) {
            Rows rows = new Rows(scaled);
            for (List<Double> vector : vectors) {
                if (vector.size() != signals.size()) {
                    throw new UserError("weights: " + vector + " has " + vector.size() + " numbers for "
                            + signals.size() + " signals: " + String.join(", ", signals));
                }
                rows.add(vector);
            }
            return rows.tuples(signals);
        }
    }

    /**
     * Every combination of values of each signal.
     *
     * @param axes by the name of a signal, or of a strategy for all its signals
     * @param scaled whether each combination is divided by the sum of its absolute values
     */
    record Ranges(Map<String, Axis> axes, boolean scaled) implements WeightSection {
        @Override
        public Dimension dimension(List<String> signals) {
            Rows rows = new Rows(scaled);
            List<Axis> ofSignals = signals.stream().map(this::axis).toList();
            Set<String> known = new LinkedHashSet<>(signals);
            signals.forEach(signal -> known.add(strategy(signal)));
            for (String name : axes.keySet()) {
                if (!known.contains(name)) {
                    throw new UserError("weights.ranges: no signal '" + name + "'" + Suggestion.of(name, known));
                }
            }
            combine(ofSignals, new ArrayList<>(), rows);
            return rows.tuples(signals);
        }

        private Axis axis(String signal) {
            Axis axis = axes.containsKey(signal) ? axes.get(signal) : axes.get(strategy(signal));
            if (axis == null) {
                throw new UserError("weights.ranges: signal '" + signal + "' has none; give it values");
            }
            return axis;
        }

        private static String strategy(String signal) {
            return signal.replaceFirst("_\\d+$", "");
        }

        private static void combine(List<Axis> axes, List<Double> chosen, Rows rows) {
            if (chosen.size() == axes.size()) {
                rows.add(chosen);
                return;
            }
            for (double value : axes.get(chosen.size()).values()) {
                chosen.add(value);
                combine(axes, chosen, rows);
                chosen.removeLast();
            }
        }
    }

    /** Weights row by row, each once. */
    final class Rows {
        /** Digits that a scaled weight keeps, so that (1, 2) and (2, 4) are the same. */
        private static final MathContext DIGITS = new MathContext(12);

        private static final int MOST = 1_000_000;

        private final boolean scaled;
        private final Set<List<Double>> rows = new LinkedHashSet<>();

        private Rows(boolean scaled) {
            this.scaled = scaled;
        }

        private void add(List<Double> weights) {
            double sum = weights.stream().mapToDouble(Math::abs).sum();
            if (sum > 0) {
                rows.add(scaled ? weights.stream().map(w -> rounded(w / sum)).toList() : List.copyOf(weights));
            }
            if (rows.size() > MOST) {
                throw new UserError("weights: more than " + MOST + " combinations; give fewer values, or draw some");
            }
        }

        private static double rounded(double weight) {
            return new BigDecimal(weight).round(DIGITS).doubleValue();
        }

        private Dimension tuples(List<String> signals) {
            if (rows.isEmpty()) {
                throw new UserError("weights: every combination is all zeros; give one that is not");
            }
            return ListedTuples.of(
                    signals,
                    rows.stream()
                            .flatMap(List::stream)
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
    }
}
