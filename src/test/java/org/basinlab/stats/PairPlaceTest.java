package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class PairPlaceTest {
    private static final double[] SQUARE_X = {0, 2, 0, 2};
    private static final double[] SQUARE_Y = {0, 0, 2, 2};

    @Test
    void depthOfPlainCases() {
        assertThat(depth(1, 1)).as("the middle").isEqualTo(0.5);
        assertThat(depth(0, 0)).as("a corner").isEqualTo(0.25);
        assertThat(depth(1, 0)).as("an edge").isEqualTo(0.25);
        assertThat(depth(3, 1)).as("outside").isZero();
        assertThat(PairPlace.of(new double[] {1, 1}, new double[] {1, 1}, 1, 1).depth())
                .as("on all of them")
                .isEqualTo(1);
        assertThat(PairPlace.of(new double[] {0, 1, 2, 3}, new double[4], 1.5, 0)
                        .depth())
                .as("among pairs on a line")
                .isEqualTo(0.5);
    }

    private static double depth(double px, double py) {
        return PairPlace.of(SQUARE_X, SQUARE_Y, px, py).depth();
    }

    /**
     * Small whole numbers, so that pairs coincide and lie on one line with the point. Directions between points of a
     * 7 x 7 grid are 1/72 or more apart, so 3600 of them miss none.
     */
    @Test
    void depthAgreesWithTryingAllDirections() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 9);
            var n = 1 + seed % 25;
            var x = IntStream.range(0, n).mapToDouble(i -> random.below(7, i)).toArray();
            var y = IntStream.range(0, n)
                    .mapToDouble(i -> random.below(7, 1000 + i))
                    .toArray();
            var px = random.below(7, 5000);
            var py = random.below(7, 5001);
            var fewest = IntStream.range(0, 3600)
                    .mapToLong(k -> {
                        var angle = 2 * Math.PI * (k + 0.123) / 3600;
                        return IntStream.range(0, n)
                                .filter(i -> (x[i] - px) * Math.cos(angle) + (y[i] - py) * Math.sin(angle) >= 0)
                                .count();
                    })
                    .min()
                    .orElseThrow();
            assertThat(PairPlace.of(x, y, px, py).depth()).as("seed %d", seed).isEqualTo((double) fewest / n);
        }
    }

    /** A further pair of the same source: its p is uniform, for as few as four pairs. */
    @Test
    void pOfAFurtherPairIsUniform() {
        for (var n : new int[] {4, 6, 30}) {
            var ps = IntStream.range(0, 3000)
                    .mapToDouble(run -> {
                        var points = ClusteredPoints.draw(run, ClusteredPoints.even(n + 1, 1), 1, 0.7, 0);
                        var x = Arrays.copyOf(points.x(), n);
                        var y = Arrays.copyOf(points.y(), n);
                        return PairPlace.of(x, y, points.x()[n], points.y()[n]).p();
                    })
                    .toArray();
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), ps))
                    .isGreaterThan(0.001);
        }
    }

    @Test
    void pFollowsTheFDistribution() {
        // Mean (1, 1), variances 4/3, no covariance: T^2 = 4/5 * (4 + 9) * 3/4 at (3, 4).
        var t2 = 0.8 * 13 * 0.75;
        var ours = PairPlace.of(SQUARE_X, SQUARE_Y, 3, 4);
        assertThat(ours.p()).isCloseTo(1 - new FDistribution(2, 2).cumulativeProbability(t2 * 2 / 6), within(1e-9));
        assertThat(PairPlace.of(SQUARE_X, SQUARE_Y, 1, 1).p()).isEqualTo(1);
        // In other units and on a slant.
        var slant = IntStream.range(0, 4)
                .mapToDouble(i -> 50 * SQUARE_Y[i] + 3 * SQUARE_X[i])
                .toArray();
        assertThat(PairPlace.of(SQUARE_X, slant, 3, 209).p()).isCloseTo(ours.p(), within(1e-9));
    }

    @Test
    void tooFewPairsOrALineHaveNoEllipse() {
        var nan = Double.NaN;
        assertThat(PairPlace.of(new double[] {0, 1, 2, nan}, new double[] {0, 1, 5, 3}, 1, 1))
                .satisfies(place -> assertThat(place.p()).isNaN())
                .satisfies(place -> assertThat(place.n()).isEqualTo(3));
        var line = IntStream.range(0, 9).mapToDouble(i -> 0.1 * i).toArray();
        assertThat(PairPlace.of(line, line, 1, 2).p()).isNaN();
        assertThat(PairPlace.of(new double[0], new double[0], 1, 2).depth()).isNaN();
        assertThat(PairPlace.of(SQUARE_X, SQUARE_Y, nan, 2).depth()).isNaN();
    }
}
