package org.basinlab.dynamics;

import static org.basinlab.experiment.InputException.require;
import static org.basinlab.landscape.Expression.constant;

import java.util.ArrayList;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.basinlab.landscape.Expression;
import org.basinlab.random.RandomStream;

/** Linear maps, {@code x' = M x}, of variables x1, x2, ... */
public final class LinearMaps {
    private static final int MOST = 64;

    private LinearMaps() {}

    /** With this matrix, from (1, ..., 1). */
    public static DynamicalSystem of(RealMatrix matrix) {
        var building = DynamicalSystem.named("linear");
        var x = new ArrayList<Expression>();
        for (var i = 0; i < matrix.getRowDimension(); i++) {
            x.add(building.variable("x" + (i + 1), 1));
        }
        for (var i = 0; i < x.size(); i++) {
            Expression sum = constant(0);
            for (var j = 0; j < x.size(); j++) {
                sum = sum.plus(x.get(j).times(constant(matrix.getEntry(i, j))));
            }
            building.moves(x.get(i), sum);
        }
        return building.map();
    }

    /**
     * One that optimizes nothing on purpose: entries independent and normal, scaled so that the largest eigenvalue has a
     * given size.
     *
     * @param dimension at least 2
     * @param radius    the spectral radius; positive
     */
    public static RealMatrix random(int dimension, double radius, long seed) {
        require(dimension >= 2 && dimension <= MOST, "--dimension must be from 2 to %s, got %s", MOST, dimension);
        require(radius > 0 && Double.isFinite(radius), "--radius must be positive, got %s", radius);
        var stream = new RandomStream(seed, RandomStream.SYSTEMS, dimension);
        var matrix = new Array2DRowRealMatrix(dimension, dimension);
        for (var i = 0; i < dimension; i++) {
            for (var j = 0; j < dimension; j++) {
                matrix.setEntry(i, j, stream.normal((long) i * dimension + j));
            }
        }
        return matrix.scalarMultiply(radius / spectralRadius(matrix));
    }

    /** The largest size of an eigenvalue. */
    public static double spectralRadius(RealMatrix matrix) {
        var eigen = new EigenDecomposition(matrix);
        var largest = 0.0;
        for (var i = 0; i < matrix.getRowDimension(); i++) {
            largest = Math.max(largest, Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
        }
        return largest;
    }
}
