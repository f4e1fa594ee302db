package org.basinlab.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What networks are trained on: the maximum of k numbers, and controls that no comparator of two inputs has a part in. */
public enum WildTarget {
    /** max_i x_i. */
    MAXIMUM("max") {
        @Override
        ToDoubleFunction<double[]> of(int options, long seed) {
            return x -> Arrays.stream(x).max().orElseThrow();
        }
    },
    /** The mean of the k: linear, so that a network may bend wherever it likes, if its bends cancel. */
    MEAN("mean") {
        @Override
        ToDoubleFunction<double[]> of(int options, long seed) {
            return x -> Arrays.stream(x).average().orElseThrow();
        }
    },
    /** sum_j softplus(r_j . x), r_j random with standard deviation 2: smooth. */
    SOFTPLUS("softplus of a random map") {
        @Override
        ToDoubleFunction<double[]> of(int options, long seed) {
            var rows = rows(options, new Draws(seed, Draws.TARGETS));
            return x -> Arrays.stream(rows)
                    .mapToDouble(row -> Math.log1p(Math.exp(2 * dot(row, x))))
                    .sum();
        }
    },
    /**
     * max_i (R x)_i, R a random rotation or reflection: as hard as the maximum and with as many bends, none of them within 20
     * degrees of one at x_i = x_j. Rotations are drawn until that is so.
     */
    ROTATED("max after a rotation") {
        @Override
        ToDoubleFunction<double[]> of(int options, long seed) {
            var draws = new Draws(seed, Draws.TARGETS);
            var drawn = rotation(options, draws);
            while (nearComparison(drawn)) {
                drawn = rotation(options, draws);
            }
            var rows = drawn;
            return x ->
                    Arrays.stream(rows).mapToDouble(row -> dot(row, x)).max().orElseThrow();
        }
    };

    private static final double APART = Math.cos(Math.toRadians(20));

    private final String label;

    WildTarget(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The function of k numbers. */
    abstract ToDoubleFunction<double[]> of(int options, long seed);

    private static double[][] rows(int n, Draws draws) {
        var rows = new double[n][n];
        for (var row : rows) {
            for (var i = 0; i < n; i++) {
                row[i] = draws.normal();
            }
        }
        return rows;
    }

    /** Normal rows made orthonormal one after the other: uniform among rotations and reflections. */
    private static double[][] rotation(int n, Draws draws) {
        var rows = rows(n, draws);
        for (var r = 0; r < n; r++) {
            for (var before = 0; before < r; before++) {
                var along = dot(rows[r], rows[before]);
                for (var i = 0; i < n; i++) {
                    rows[r][i] -= along * rows[before][i];
                }
            }
            var norm = Math.sqrt(dot(rows[r], rows[r]));
            for (var i = 0; i < n; i++) {
                rows[r][i] /= norm;
            }
        }
        return rows;
    }

    /** Whether the difference of two rows, of length sqrt 2, points nearly as that of two inputs does. */
    private static boolean nearComparison(double[][] rows) {
        var n = rows.length;
        for (var a = 0; a < n; a++) {
            for (var b = 0; b < a; b++) {
                for (var i = 0; i < n; i++) {
                    for (var j = 0; j < i; j++) {
                        var along = rows[a][i] - rows[b][i] - rows[a][j] + rows[b][j];
                        if (Math.abs(along) / 2 > APART) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** In results. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
