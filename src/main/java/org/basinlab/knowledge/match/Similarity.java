package org.basinlab.knowledge.match;

import java.util.Arrays;

/**
 * How alike each unit of one network and each of another are.
 *
 * @param rows    units of the one
 * @param columns units of the other
 * @param values  row by row; not copied
 */
record Similarity(int rows, int columns, double[] values) {
    double at(int row, int column) {
        return values[row * columns + column];
    }

    /** Over all pairs: what a pair of a random matching has on average. */
    double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Over the pairs of a matching. */
    double mean(Matching matching) {
        var sum = 0.0;
        for (var pair : matching.pairs()) {
            sum += at(pair.one(), pair.other());
        }
        return sum / matching.pairs().size();
    }

    /** The row most like a column; the first of equals. */
    int bestRow(int column) {
        var best = 0;
        for (var row = 1; row < rows; row++) {
            if (at(row, column) > at(best, column)) {
                best = row;
            }
        }
        return best;
    }

    /** Cosines of the angles between vectors, 0 where one has no length. */
    static Similarity cosines(double[][] ones, double[][] others) {
        var values = new double[ones.length * others.length];
        for (var i = 0; i < ones.length; i++) {
            for (var j = 0; j < others.length; j++) {
                var lengths = Math.sqrt(dot(ones[i], ones[i]) * dot(others[j], others[j]));
                values[i * others.length + j] = lengths > 0 ? dot(ones[i], others[j]) / lengths : 0;
            }
        }
        return new Similarity(ones.length, others.length, values);
    }

    /** Inner products of vectors. */
    static Similarity products(double[][] ones, double[][] others) {
        var values = new double[ones.length * others.length];
        for (var i = 0; i < ones.length; i++) {
            for (var j = 0; j < others.length; j++) {
                values[i * others.length + j] = dot(ones[i], others[j]);
            }
        }
        return new Similarity(ones.length, others.length, values);
    }

    private static double dot(double[] x, double[] y) {
        var sum = 0.0;
        for (var k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }
}
