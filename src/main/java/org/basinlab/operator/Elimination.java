package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;

/**
 * Solves with I - P, P the transition operator on the cells and its two ends absorbing, by adding and multiplying numbers
 * that are not negative only: every answer is exact to about n 1e-16 of itself, however close P's eigenvalue is to 1.
 *
 * <p>States are taken out from the last to the first. The chain watched on those left is again a Markov chain,
 *
 * <pre>
 *     s_n = p_n,end + sum_{j&lt;n} p_nj,      p_ij += p_in p_nj / s_n,      p_i,end += p_in p_n,end / s_n
 * </pre>
 *
 * where s_n stands for 1 - p_nn without subtracting. Source: W. K. Grassmann, M. I. Taksar and D. P. Heyman,
 * "Regenerative analysis and steady state distributions for Markov chains", Operations Research 1985. Bands stay bands,
 * so it costs n times the product of the two half band widths.
 */
final class Elimination {
    /** Multiplications: a few seconds. */
    private static final double MOST = 1e10;

    private static final int NONE = -1;
    private static final int MANY = -2;

    private final int n;
    /** Row i holds p_ij for j from first[i]; left of the diagonal divided by s_i at the end. */
    private final double[][] p;

    private final int[] first;
    private final double[] s;
    /** How far above row j, the least row that goes to j lies. */
    private final int[] top;

    private final boolean leaves;
    /** The least state of the only class of states that nothing leaves. */
    private int closed = NONE;

    /** Takes all states out. */
    Elimination(TransitionOperator operator) {
        n = operator.grid().cells();
        p = new double[n][];
        first = new int[n];
        s = new double[n];
        top = new int[n];
        require(cost(operator) <= MOST, "the grid of %s cells is too fine for elimination: ask for a coarser one", n);
        fill(operator);
        var end = operator.above();
        var below = operator.below();
        for (var i = 0; i < n; i++) {
            end[i] += below[i];
        }
        leaves = Arrays.stream(end).anyMatch(share -> share > 0);
        for (var out = n - 1; out >= 0; out--) {
            takeOut(out, end);
        }
    }

    private static int[] reach(TransitionOperator operator) {
        var reach = new int[2];
        for (var i = 0; i < operator.grid().cells(); i++) {
            var row = i;
            operator.row(i, (j, q) -> {
                reach[0] = Math.max(reach[0], row - j);
                reach[1] = Math.max(reach[1], j - row);
            });
        }
        return reach;
    }

    /** About how many multiplications it would take. */
    static double cost(TransitionOperator operator) {
        var reach = reach(operator);
        return (double) operator.grid().cells() * (reach[0] + 1) * (reach[1] + 1);
    }

    private void fill(TransitionOperator operator) {
        var reach = reach(operator);
        for (var i = 0; i < n; i++) {
            first[i] = Math.max(0, i - reach[0]);
            top[i] = Math.max(0, i - reach[1]);
            p[i] = new double[Math.min(n - 1, i + reach[1]) - first[i] + 1];
            var row = i;
            operator.row(i, (j, q) -> p[row][j - first[row]] = q);
        }
    }

    private void takeOut(int out, double[] end) {
        var row = p[out];
        var from = first[out];
        var sum = end[out];
        for (var j = from; j < out; j++) {
            sum += row[j - from];
        }
        s[out] = sum;
        if (sum == 0) {
            shut(out, end);
            return;
        }
        for (var j = from; j < out; j++) {
            row[j - from] /= sum;
        }
        var share = end[out] / sum;
        for (var i = top[out]; i < out; i++) {
            var to = p[i][out - first[i]];
            if (to > 0) {
                for (var j = from; j < out; j++) {
                    p[i][j - first[i]] += to * row[j - from];
                }
                end[i] += to * share;
            }
        }
    }

    /** Nothing gets from here to a state still in: whoever comes here is gone for those. */
    private void shut(int out, double[] end) {
        for (var i = top[out]; i < out; i++) {
            end[i] += p[i][out - first[i]];
        }
        closed = closed == NONE ? out : MANY;
    }

    /** u with {@code (I - P) u = b}, b not negative: with b = 1 the mean time until the interval is left. */
    double[] pull(double[] b) {
        require(
                closed == NONE,
                "W can stay in the interval for ever, or longer than a number can say: there is no mean time until it leaves");
        var u = b.clone();
        for (var out = n - 1; out >= 0; out--) {
            u[out] /= s[out];
            for (var i = top[out]; i < out; i++) {
                u[i] += p[i][out - first[i]] * u[out];
            }
        }
        for (var i = 0; i < n; i++) {
            for (var j = first[i]; j < i; j++) {
                u[i] += p[i][j - first[i]] * u[j];
            }
        }
        return u;
    }

    /** x with {@code x (I - P) = b}, b not negative: the mean number of visits of a chain begun at b. */
    double[] push(double[] b) {
        require(
                closed == NONE,
                "W can stay in the interval for ever, or longer than a number can say: there is no mean time until it leaves");
        var x = b.clone();
        for (var out = n - 1; out >= 0; out--) {
            for (var j = first[out]; j < out; j++) {
                x[j] += x[out] * p[out][j - first[out]];
            }
        }
        for (var j = 0; j < n; j++) {
            for (var i = top[j]; i < j; i++) {
                x[j] += x[i] * p[i][j - first[i]];
            }
            x[j] /= s[j];
        }
        return x;
    }

    /** The stationary law of a chain that nothing leaves: {@code x P = x}, mass 1. */
    double[] stationary() {
        require(!leaves, "part of the mass leaves the interval: there is no stationary law on it");
        require(closed >= 0, "there is more than one stationary law: W can stay for ever in different places");
        var x = new double[n];
        x[closed] = 1;
        for (var j = closed + 1; j < n; j++) {
            for (var i = top[j]; i < j; i++) {
                x[j] += x[i] * p[i][j - first[i]];
            }
            x[j] /= s[j];
        }
        var total = Arrays.stream(x).sum();
        return Arrays.stream(x).map(m -> m / total).toArray();
    }
}
