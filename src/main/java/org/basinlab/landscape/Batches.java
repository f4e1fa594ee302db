package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;

/**
 * The minibatches of b of m datapoints, drawn without replacement, numbered 0 .. C(m, b) - 1 in the combinatorial
 * number system: batch k is {c_1 < ... < c_b} with k = sum of C(c_i, i). All are equally likely.
 *
 * @param datapoints m
 * @param size       b
 */
public record Batches(int datapoints, int size) {
    /** More could not be numbered by a random word of 53 bits. */
    private static final double MOST = 0x1p53;

    public Batches {
        require(
                size >= 1 && size <= datapoints,
                "--batch must be from 1 to the number of datapoints, %s, got %s",
                datapoints,
                size);
        require(
                count(datapoints, size) <= MOST,
                "--batch %s of %s datapoints can be drawn in more than 2^53 ways: give a smaller one",
                size,
                datapoints);
    }

    /** C(m, b). */
    public long count() {
        return (long) count(datapoints, size);
    }

    /** The datapoints of batch k, ascending. */
    public int[] batch(long k) {
        var batch = new int[size];
        var rest = k;
        var c = datapoints - 1;
        for (var i = size; i >= 1; i--) {
            while (count(c, i) > rest) {
                c--;
            }
            batch[i - 1] = c;
            rest -= (long) count(c, i);
            c--;
        }
        return batch;
    }

    /** The variance of a batch's mean gradient over S2: (m - b) / (b (m - 1)), 1 for single datapoints. */
    public double varianceShare() {
        return datapoints == 1 ? 0 : (datapoints - size) / (size * (datapoints - 1.0));
    }

    /** C(n, k), exact below 2^53. */
    private static double count(int n, int k) {
        var product = 1.0;
        for (var i = 1; i <= Math.min(k, n - k); i++) {
            product = product * (n - i + 1) / i;
        }
        return k > n ? 0 : product;
    }
}
