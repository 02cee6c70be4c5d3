package dev.winnow.cli.bench;

/**
 * The yardstick: a good plain loop over shared average rows, one pass a pair, fill at the close, no division per bar.
 * Total return, trades, Sharpe ratio and drawdown, as the engine gives them.
 */
public final class ScalarGrid {
    private final double[] close;
    private final Grid grid;
    private final double fee;

    ScalarGrid(double[] close, Grid grid, double fee) {
        this.close = close;
        this.grid = grid;
        this.fee = fee;
    }

    /** double[points * 4]: total return, Sharpe ratio (A = 365), drawdown, closed trades. */
    double[] run() {
        int n = close.length;
        double[] prefix = new double[n + 1];
        double[] growth = new double[n];
        growth[0] = 1;
        for (int t = 0; t < n; t++) {
            prefix[t + 1] = prefix[t] + close[t];
            if (t > 0) {
                growth[t] = close[t] / close[t - 1];
            }
        }
        double[][] rows = new double[grid.windows()][];
        for (int k = 0; k < rows.length; k++) {
            int w = grid.from() + k;
            double share = 1.0 / w;
            double[] row = new double[n];
            for (int t = w - 1; t < n; t++) {
                row[t] = (prefix[t + 1] - prefix[t + 1 - w]) * share;
            }
            rows[k] = row;
        }
        double[] out = new double[grid.points() * 4];
        int at = 0;
        for (int fast = grid.from(); fast <= grid.fastTo(); fast++) {
            for (int slow = Math.max(grid.slowFrom(), fast + 1); slow <= grid.to(); slow++) {
                pair(rows[fast - grid.from()], rows[slow - grid.from()], growth, slow - 1, out, at);
                at += 4;
            }
        }
        return out;
    }

    private void pair(double[] fast, double[] slow, double[] growth, int from, double[] out, int at) {
        int n = growth.length;
        double in = 1 / (1 + fee);
        double leave = 1 - fee;
        boolean held = false;
        boolean armed = false;
        double equity = 1;
        double share = 1;
        double worst = 1;
        double sum = 0;
        double squares = 0;
        int trades = 0;
        for (int t = from; t < n; t++) {
            double f = held ? growth[t] : 1;
            double a = fast[t];
            double b = slow[t];
            if (held) {
                if (a < b) {
                    held = false;
                    f *= leave;
                    trades++;
                }
            } else if (a > b) {
                if (armed) {
                    held = true;
                    f *= in;
                }
            } else if (a < b) {
                armed = true;
            }
            double r = f - 1;
            sum += r;
            squares += r * r;
            equity *= f;
            share *= f;
            share = share < 1 ? share : 1;
            worst = share < worst ? share : worst;
        }
        double mean = sum / n;
        out[at] = equity - 1;
        out[at + 1] = mean / Math.sqrt((squares - n * mean * mean) / (n - 1)) * Math.sqrt(365);
        out[at + 2] = 1 - worst;
        out[at + 3] = trades;
    }
}
