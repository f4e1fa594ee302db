package org.basinlab.stats;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** Chi-square test that counts come from equally likely cells. Seeds are fixed: it holds for ever or never. */
final class Uniformity {
    private Uniformity() {}

    static double p(long... counts) {
        var expected = new double[counts.length];
        Arrays.fill(expected, LongStream.of(counts).sum() / (double) counts.length);
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }
}
