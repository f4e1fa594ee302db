package org.basinlab.current;

/**
 * Steps the masses m of the cells, {@code dm_i/dt = up_{i-1} m_{i-1} - (up_i + down_i) m_i + down_{i+1} m_{i+1}}, by
 * implicit schemes that keep every mass positive and their sum, whatever the step.
 *
 * <p>Backward Euler solves {@code (1 - dt A) m' = m}. The matrix has columns that add up to 1 (closed edges), so its
 * elimination can be done without a subtraction (after W. Grassmann, M. Taksar and D. Heyman 1985): the masses are
 * positive and each is right to rounding, however small.
 *
 * <p>The second order scheme is R. Alexander's L-stable two-stage one (1977), which can turn negative. Its current
 * through each face differs from backward Euler's by a correction; the corrections that drain a cell are scaled down
 * together so far that they take no more than backward Euler left in it (the principle of J. Boris and D. Book 1973, with
 * S. Zalesak's limiter of 1979 for the lower bound alone). A correction moves mass from one cell to the next, so the sum is
 * kept. Where the limit does not bite, the result is Alexander's; it bites where a step empties a cell.
 */
final class Stepper {
    private static final double GAMMA = 1 - Math.sqrt(0.5);
    /** So that rounding does not take more than there is. */
    private static final double SAFE = 1 - 0x1p-50;

    private final Rates rates;
    private final int n;
    private final double[] pivot;
    private final double[] low;
    private final double[] first;
    private final double[] second;
    private final double[] flow;
    private final double[] scale;

    Stepper(Rates rates) {
        this.rates = rates;
        n = rates.up.length;
        pivot = new double[n];
        low = new double[n];
        first = new double[n];
        second = new double[n];
        flow = new double[n + 1];
        scale = new double[n];
    }

    /** Modifies {@code masses} to those a time dt later, by backward Euler. */
    void backwardEuler(double[] masses, double dt) {
        factor(dt);
        solve(masses, masses, dt);
    }

    /**
     * Modifies {@code masses} to those a time dt later, by the scheme of second order.
     *
     * @return the sum of |what backward Euler had more|, an estimate of that scheme's error, of order dt^2
     */
    double secondOrder(double[] masses, double dt) {
        factor(dt);
        solve(masses, low, dt);
        var inner = GAMMA * dt;
        factor(inner);
        solve(masses, first, inner);
        for (var i = 0; i < n; i++) {
            second[i] = masses[i] + (1 - GAMMA) / GAMMA * (first[i] - masses[i]);
        }
        solve(second, second, inner);
        for (var i = 0; i < n; i++) {
            second[i] = (1 - GAMMA) * first[i] + GAMMA * second[i] - low[i];
        }
        return correct(masses, dt);
    }

    /** From {@code low} and what the second scheme's mean masses in the step have more, in {@code second}. */
    private double correct(double[] masses, double dt) {
        for (var face = 0; face <= n; face++) {
            var in = face == 0 ? 0 : rates.up[face - 1] * second[face - 1];
            var out = face == n ? 0 : rates.down[face] * second[face];
            flow[face] = dt * (in - out);
        }
        for (var i = 0; i < n; i++) {
            var drained = Math.max(0, flow[i + 1]) + Math.max(0, -flow[i]);
            scale[i] = drained > low[i] ? SAFE * low[i] / drained : 1;
        }
        var difference = 0.0;
        for (var face = 0; face <= n; face++) {
            // A flow upwards drains the cell below the face; one back through an absorbing edge, what backward Euler
            // let out.
            if (flow[face] > 0) {
                flow[face] *= face > 0 ? scale[face - 1] : Math.min(1, dt * rates.down[0] * low[0] / flow[face]);
            } else if (flow[face] < 0) {
                flow[face] *= face < n ? scale[face] : Math.min(1, -dt * rates.up[n - 1] * low[n - 1] / flow[face]);
            }
        }
        for (var i = 0; i < n; i++) {
            var change = flow[i] - flow[i + 1];
            difference += Math.abs(change);
            masses[i] = low[i] + change;
        }
        return difference;
    }

    /** Eliminates from the lowest cell up; pivot_i = stay_i + dt up_i, stay_i the part that does not pass upwards. */
    private void factor(double dt) {
        var stay = 1.0;
        for (var i = 0; i < n; i++) {
            var down = dt * rates.down[i];
            stay = i == 0 ? 1 + down : 1 + down * (stay / pivot[i - 1]);
            pivot[i] = stay + dt * rates.up[i];
        }
    }

    private void solve(double[] from, double[] to, double dt) {
        to[0] = from[0];
        for (var i = 1; i < n; i++) {
            to[i] = from[i] + dt * rates.up[i - 1] * (to[i - 1] / pivot[i - 1]);
        }
        to[n - 1] /= pivot[n - 1];
        for (var i = n - 2; i >= 0; i--) {
            to[i] = (to[i] + dt * rates.down[i + 1] * to[i + 1]) / pivot[i];
        }
    }
}
