package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WildClusterBootstrapTest {
    /** The same statistic from new y for every point and an ordinary fit, without the six sums. */
    @Test
    void agreesWithAFitPointByPoint() {
        var points = ClusteredPoints.draw(5, ClusteredPoints.uneven(15), 0.4, 0.5, -0.3);
        var meanX = StatUtils.mean(points.x());
        var meanY = StatUtils.mean(points.y());
        var moments = new Moments[15];
        Arrays.fill(moments, Moments.NONE);
        for (var i = 0; i < points.x().length; i++) {
            var g = points.cluster()[i];
            moments[g] = moments[g].plus(points.x()[i] - meanX, points.y()[i] - meanY);
        }
        var test = new WildClusterBootstrap(moments);
        var random = new RandomStream(3, RandomStream.BOOTSTRAP, 0);
        for (var d = 0; d < 20; d++) {
            var draw = 15L * d;
            var weights = IntStream.range(0, 15)
                    .mapToDouble(g -> random.normal(draw + g))
                    .toArray();
            assertThat(test.t(weights)).isCloseTo(t(points, weights, meanX, meanY), within(1e-9));
        }
    }

    private static double t(ClusteredPoints points, double[] weights, double meanX, double meanY) {
        var fit = new SimpleRegression();
        var n = points.x().length;
        var made = IntStream.range(0, n)
                .mapToDouble(i -> meanY + weights[points.cluster()[i]] * (points.y()[i] - meanY))
                .toArray();
        IntStream.range(0, n).forEach(i -> fit.addData(points.x()[i], made[i]));
        var scores = new double[weights.length];
        for (var i = 0; i < n; i++) {
            scores[points.cluster()[i]] += (points.x()[i] - meanX) * (made[i] - fit.predict(points.x()[i]));
        }
        return fit.getSlope() * fit.getXSumSquares() / Math.sqrt(StatUtils.sumSq(scores));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("100 single points", ClusteredPoints.even(100, 1), false),
                Arguments.of("40 uneven, bounded", ClusteredPoints.uneven(40), true),
                Arguments.of("20 of 30", ClusteredPoints.even(20, 30), false),
                Arguments.of("8 of 30: Webb's weights", ClusteredPoints.even(8, 30), false),
                Arguments.of("6 of 30: Webb's weights", ClusteredPoints.even(6, 30), false));
    }

    /** 500 samples without a link; the bounds are passed once in 1000 by a test of exactly 5%. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void keepsItsSize(String what, int[] sizes, boolean bounded) {
        var runs = 500;
        var rejected = 0;
        for (var run = 0; run < runs; run++) {
            var points = ClusteredPoints.draw(7000 + run, sizes, 0.6, 0, 0);
            var sample = (bounded ? points.bounded() : points).sample();
            rejected += sample.pCluster(new RandomStream(run, RandomStream.BOOTSTRAP, 1)) <= 0.05 ? 1 : 0;
        }
        assertThat(rejected).as(what).isBetween(ClusteredSampleTest.low(runs), ClusteredSampleTest.high(runs));
    }

    /** A link between clusters of r = 0.5, 60 of them: Student's t on 60 means would find it in 98%. */
    @Test
    void findsALink() {
        var found = IntStream.range(0, 100)
                .filter(run -> ClusteredPoints.draw(run, ClusteredPoints.even(60, 10), 0.8, 0.5, 0)
                                .sample()
                                .pCluster(new RandomStream(run, RandomStream.BOOTSTRAP, 2))
                        <= 0.05)
                .count();
        assertThat(found).isGreaterThan(85);
    }

    /** All six signs alike give the sample's own t again, one draw in 32: with signs alone p could not go below. */
    @Test
    void sixClustersCanShowAStrongLink() {
        var points = ClusteredPoints.draw(1, ClusteredPoints.even(6, 30), 0.9, 0.99, 0.99);
        assertThat(points.sample().pCluster(new RandomStream(1, RandomStream.BOOTSTRAP, 0)))
                .isLessThan(0.02);
    }
}
