package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;

/**
 * Solves for the masses of a Markov chain in continuous time whose jumps span few numbers, without a subtraction, so that
 * every mass is positive and right to rounding (W. Grassmann, M. Taksar and D. Heyman 1985).
 *
 * <p>{@code (leak - Q^T) x = y}, Q the rates. A leak of 1/dt makes a step of backward Euler; without leak and y, x is the
 * end state. States are taken out from the last down: what jumped to a state taken out jumps to where that would have
 * gone on to, or leaks there. The cost is the number of states times the square of the span.
 */
final class Elimination {
    private final int n;
    private final int span;
    /** Rate from i to j, at [i][j - i + span]. */
    private final double[][] q;

    private final double[] pivot;
    /** Without leak, the lowest state that is come back to for ever; those below it are left for good. */
    private int root = -1;

    Elimination(int[][] target, double[][] rate, double leak) {
        n = target.length;
        span = span(target);
        q = new double[n][2 * span + 1];
        for (var i = 0; i < n; i++) {
            for (var k = 0; k < target[i].length; k++) {
                q[i][target[i][k] - i + span] += target[i][k] == i ? 0 : rate[i][k];
            }
        }
        pivot = new double[n];
        eliminate(leak);
    }

    private static int span(int[][] target) {
        var most = 1;
        for (var i = 0; i < target.length; i++) {
            for (var to : target[i]) {
                most = Math.max(most, Math.abs(to - i));
            }
        }
        return most;
    }

    private void eliminate(double leak) {
        var leaks = new double[n];
        Arrays.fill(leaks, leak);
        for (var k = n - 1; k >= 0; k--) {
            var first = Math.max(0, k - span);
            var out = leaks[k];
            for (var j = first; j < k; j++) {
                out += q[k][j - k + span];
            }
            pivot[k] = out;
            if (out == 0) {
                require(
                        root < 0,
                        "the rectangle falls apart into cells that are not left: there is more than one end state");
                root = k;
                for (var i = first; i < k; i++) {
                    leaks[i] += q[i][k - i + span];
                }
                continue;
            }
            for (var i = first; i < k; i++) {
                var part = q[i][k - i + span] / out;
                if (part > 0) {
                    leaks[i] += part * leaks[k];
                    for (var j = first; j < k; j++) {
                        q[i][j - i + span] += part * q[k][j - k + span];
                    }
                    // What came back to where it left never left.
                    q[i][span] = 0;
                }
            }
        }
    }

    /** Modifies y into x. */
    void solve(double[] y) {
        for (var k = n - 1; k > 0; k--) {
            for (var j = Math.max(0, k - span); j < k; j++) {
                y[j] += q[k][j - k + span] / pivot[k] * y[k];
            }
        }
        y[0] /= pivot[0];
        for (var k = 1; k < n; k++) {
            var sum = y[k];
            for (var i = Math.max(0, k - span); i < k; i++) {
                sum += q[i][k - i + span] * y[i];
            }
            y[k] = sum / pivot[k];
        }
    }

    /** The end state, adding up to 1. */
    double[] endState() {
        var x = new double[n];
        x[root] = 1;
        var sum = 1.0;
        for (var k = root + 1; k < n; k++) {
            for (var i = Math.max(root, k - span); i < k; i++) {
                x[k] += q[i][k - i + span] * x[i];
            }
            x[k] /= pivot[k];
            sum += x[k];
            if (sum > 1e3) {
                // The first cells may be e^1000 times less likely than the later ones.
                for (var i = 0; i <= k; i++) {
                    x[i] /= sum;
                }
                sum = 1;
            }
        }
        for (var k = 0; k < n; k++) {
            x[k] /= sum;
        }
        return x;
    }
}
