package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.basinlab.random.RandomStream;

/** Random numbers for tests and what is asked of them. Seeds are fixed: a test holds for ever or never. */
final class Drawn {
    private static final int CELLS = 10;

    private final RandomStream random;
    private long next;

    Drawn(long seed) {
        random = new RandomStream(seed, RandomStream.BOOTSTRAP, 77);
    }

    double uniform() {
        return random.uniform(next++);
    }

    double[] uniforms(int count) {
        return IntStream.range(0, count).mapToDouble(i -> uniform()).toArray();
    }

    /** Relative sizes of which only r and q are looked at. */
    static RelativeSizes sizes(double[] r, double[] q) {
        return new RelativeSizes(r, r, q, q, r, q);
    }

    /** Of the points with both. */
    static double correlation(double[] x, double[] y, int... at) {
        var both = IntStream.of(at)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        return new PearsonsCorrelation()
                .correlation(
                        IntStream.of(both).mapToDouble(i -> x[i]).toArray(),
                        IntStream.of(both).mapToDouble(i -> y[i]).toArray());
    }

    /**
     * Holds p-values that are multiples of 1/100, as of 99 draws, against the uniform distribution: ten cells of ten
     * multiples, chi-square. A right p fails here for one seed in a thousand, and the seed is fixed.
     */
    static void assertUniform(double... p) {
        var counts = new long[CELLS];
        for (var one : p) {
            counts[(int) Math.round(100 * one - 1) / CELLS]++;
        }
        var expected = new double[CELLS];
        Arrays.fill(expected, p.length / (double) CELLS);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts))
                .as("p over ten cells: %s", Arrays.toString(counts))
                .isGreaterThan(0.001);
    }
}
