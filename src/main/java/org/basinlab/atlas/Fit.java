package org.basinlab.atlas;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * A least-squares fit by its normal equations, {@code b = (X'X)^-1 X'y}.
 *
 * @param effects b; 0 for columns that are not in the fit
 * @param inverse of X'X; 0 for columns that are not in the fit
 */
record Fit(double[] effects, double[][] inverse) {
    private static final double SINGULAR = 1e-9;

    /** Of all columns; null where they cannot be told apart. */
    static Fit of(BaseSums sums) {
        var columns = new int[sums.xy.length];
        for (var i = 0; i < columns.length; i++) {
            columns[i] = i;
        }
        return of(sums.gram, sums.xy, columns, sums.n);
    }

    /**
     * Of some columns within bases: everything is taken about its mean in the base. Null where they cannot be told apart.
     *
     * @param without a base to leave out; -1 for none
     */
    static Fit within(BaseSums[] bases, int without, int[] columns) {
        var parameters = bases.length == 0 ? 0 : bases[0].xy.length;
        var gram = new double[parameters][parameters];
        var xy = new double[parameters];
        var n = 0.0;
        for (var b = 0; b < bases.length; b++) {
            var sums = bases[b];
            if (b == without || sums.n == 0) {
                continue;
            }
            n += sums.n;
            var means = sums.gram[0];
            for (var i : columns) {
                xy[i] += sums.xy[i] - means[i] * sums.y / sums.n;
                for (var j : columns) {
                    gram[i][j] += sums.gram[i][j] - means[i] * means[j] / sums.n;
                }
            }
        }
        return of(gram, xy, columns, n);
    }

    private static Fit of(double[][] gram, double[] xy, int[] columns, double n) {
        var effects = new double[xy.length];
        var inverse = new double[xy.length][xy.length];
        if (columns.length == 0) {
            return new Fit(effects, inverse);
        }
        try {
            var scaled = new Array2DRowRealMatrix(gram)
                    .getSubMatrix(columns, columns)
                    .scalarMultiply(1 / n);
            var solved = new CholeskyDecomposition(scaled, 1e-12, SINGULAR)
                    .getSolver()
                    .getInverse()
                    .scalarMultiply(1 / n);
            for (var i = 0; i < columns.length; i++) {
                for (var j = 0; j < columns.length; j++) {
                    inverse[columns[i]][columns[j]] = solved.getEntry(i, j);
                    effects[columns[i]] += solved.getEntry(i, j) * xy[columns[j]];
                }
            }
            return new Fit(effects, inverse);
        } catch (NonPositiveDefiniteMatrixException e) {
            return null;
        }
    }

    /** The mean residual of n cells with these sums. */
    double residual(double y, double[] indicators, double n) {
        var fitted = 0.0;
        for (var i = 0; i < indicators.length; i++) {
            fitted += indicators[i] * effects[i];
        }
        return (y - fitted) / n;
    }
}
