package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The eigenvalues of a transition operator that are greatest in size, by Arnoldi's method.
 *
 * <p>From a law v the orthonormal basis V of v, vP, vPP, ... gives the Hessenberg matrix {@code H = V P V^T}, whose
 * eigenvalues approach those of P at the rim of its spectrum first. The basis grows until those asked for stand still.
 * Source: W. E. Arnoldi, Quarterly of Applied Mathematics 1951. Their error is absolute, about 1e-10: for 1 minus the
 * first, where escape is slow, see {@link EscapeOperator#rates}.
 *
 * <p>Those far inside belong to the grid and not to SGD: where the maps contract only the first few are the same on a
 * finer one, so compare.
 *
 * <p>1 / -log |lambda_2| is the number of steps in which a law forgets where it began.
 */
public final class Spectrum {
    private static final int LARGEST = 320;
    private static final double STILL = 1e-10;
    /** A basis vector with this part of its length left has none of its own. */
    private static final double NOTHING = 1e-13;

    private Spectrum() {}

    /**
     * The leading eigenvalues of the operator with its ends absorbing, by falling size, conjugate pairs with the positive
     * imaginary part first; fewer if the chain from a smooth law has fewer that differ.
     *
     * @param count how many
     */
    public static List<Complex> leading(TransitionOperator operator, int count) {
        var n = operator.grid().cells();
        require(count >= 1 && count <= n, "from 1 to %s eigenvalues can be had, got %s", n, count);
        var most = Math.min(n, LARGEST);
        var basis = new ArrayList<double[]>();
        var h = new double[most + 1][most];
        basis.add(unit(first(n)));
        List<Complex> before = List.of();
        for (var m = 1; m <= most; m++) {
            var left = extend(operator, basis, h, m - 1);
            var whole = left <= NOTHING || m == n;
            if (whole || m >= 2 * count && m % 10 == 0) {
                var now = eigenvalues(h, m, count);
                if (whole || still(before, now)) {
                    return now;
                }
                before = now;
            }
        }
        require(false, "the %s leading eigenvalues did not come clear: ask for fewer", count);
        return before;
    }

    /** No symmetry of a landscape should hide an eigenvector from it. */
    private static double[] first(int n) {
        var v = new double[n];
        for (var i = 0; i < n; i++) {
            v[i] = 1 + 0.5 * Math.sin(1 + 7.3 * i / n);
        }
        return v;
    }

    /** Adds a vector to the basis and a column to H: what is left of vP after two rounds of Gram and Schmidt. */
    private static double extend(TransitionOperator operator, List<double[]> basis, double[][] h, int column) {
        var v = new double[basis.get(0).length];
        operator.pushSigned(basis.get(column), v);
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i <= column; i++) {
                var b = basis.get(i);
                var part = TransitionOperator.dot(v, b);
                h[i][column] += part;
                for (var k = 0; k < v.length; k++) {
                    v[k] -= part * b[k];
                }
            }
        }
        h[column + 1][column] = Math.sqrt(TransitionOperator.dot(v, v));
        basis.add(unit(v));
        return h[column + 1][column];
    }

    private static double[] unit(double[] v) {
        var length = Math.sqrt(TransitionOperator.dot(v, v));
        for (var i = 0; i < v.length; i++) {
            v[i] = length == 0 ? 0 : v[i] / length;
        }
        return v;
    }

    private static List<Complex> eigenvalues(double[][] h, int m, int count) {
        var square = new Array2DRowRealMatrix(m, m);
        for (var i = 0; i < m; i++) {
            for (var j = 0; j < m; j++) {
                square.setEntry(i, j, h[i][j]);
            }
        }
        var found = new EigenDecomposition(square);
        var all = new ArrayList<Complex>();
        for (var i = 0; i < m; i++) {
            all.add(new Complex(found.getRealEigenvalue(i), found.getImagEigenvalue(i)));
        }
        all.sort(Comparator.comparingDouble((Complex z) -> -Math.rint(z.abs() / STILL))
                .thenComparingDouble(z -> -z.getReal())
                .thenComparingDouble(z -> -z.getImaginary()));
        return List.copyOf(all.subList(0, Math.min(count, m)));
    }

    private static boolean still(List<Complex> before, List<Complex> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (var i = 0; i < now.size(); i++) {
            if (before.get(i).subtract(now.get(i)).abs() > STILL) {
                return false;
            }
        }
        return true;
    }
}
