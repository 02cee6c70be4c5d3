package dev.winnow.replay.indicator;

/**
 * A sum that grows bar by bar without losing the small addends to the large total: Neumaier's compensated summation
 * (1974).
 */
final class RunningTotal {
    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
