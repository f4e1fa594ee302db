package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusteredSampleTest {
    private static final RandomStream DRAWS = new RandomStream(1, RandomStream.BOOTSTRAP, 0);

    @Test
    void agreesWithLeastSquares() {
        var n = 500;
        var x = new double[n];
        var y = new double[n];
        var regression = new SimpleRegression();
        for (var i = 0; i < n; i++) {
            x[i] = 1e6 + DRAWS.normal(i);
            y[i] = 0.1 * x[i] + DRAWS.normal(n + i);
            regression.addData(x[i], y[i]);
        }
        var ours = sample(x, y, 50);
        // Cancellation about x = 1e6 leaves 16 - 6 digits, more in neither.
        assertThat(ours.r()).isCloseTo(regression.getR(), within(1e-9));
        assertThat(ours.slope()).isCloseTo(regression.getSlope(), within(1e-9));
        assertThat(ours.pNaive() / regression.getSignificance()).isCloseTo(1, within(1e-6));
        assertThat(ours.ci95().contains(ours.r())).isTrue();
        assertThat(ours.n()).isEqualTo(n);
        assertThat(ours.clusters()).isEqualTo(50);
    }

    @Test
    void leavesOutAndCountsWhatDoesNotExist() {
        var nan = Double.NaN;
        var ours = sample(new double[] {1, 2, nan, 4, 5}, new double[] {2, nan, 1, 4, 3}, 5);
        assertThat(ours.n()).isEqualTo(3);
        assertThat(ours.excluded()).isEqualTo(2);
        assertThat(ours.clusters()).as("two of five hold no point").isEqualTo(3);
        // (1,2), (4,4), (5,3): deviations -7/3, 2/3, 5/3 and -1, 1, 0, so 3 / sqrt(26/3 * 2).
        assertThat(ours.r()).isCloseTo(3 / Math.sqrt(52.0 / 3), within(1e-12));
        // Ranks 1, 2, 3 and 1, 3, 2.
        assertThat(ours.spearman()).isCloseTo(0.5, within(1e-12));
        assertThat(ours.ci95()).as("three clusters are too few for an interval").isNull();
        assertThat(ours.pCluster()).isNaN();
    }

    @Test
    void twoPointsOrAConstantHaveNoCorrelation() {
        assertThat(sample(new double[] {1, 2}, new double[] {1, 3}, 2).r()).isNaN();
        var constant = sample(new double[] {1, 1, 1, 1, 1, 1}, new double[] {1, 2, 3, 4, 5, 6}, 6);
        assertThat(constant.r()).isNaN();
        assertThat(constant.slope()).isNaN();
        assertThat(constant.spearman()).isNaN();
        assertThat(constant.pNaive()).isNaN();
        assertThat(constant.pCluster()).isNaN();
        assertThat(constant.ci95()).isNull();
        var flat = sample(new double[] {1, 2, 3, 4, 5, 6}, new double[] {1, 1, 1, 1, 1, 1}, 6);
        assertThat(flat.r()).isNaN();
        assertThat(flat.slope()).isZero();
        assertThat(flat.pCluster()).isNaN();
    }

    @Test
    void aPerfectLineHasNoDoubt() {
        var x = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
        var ours = sample(x, IntStream.range(0, 30).mapToDouble(i -> -2 * i).toArray(), 30);
        assertThat(ours.r()).isCloseTo(-1, within(1e-12));
        assertThat(ours.spearman()).isCloseTo(-1, within(1e-12));
        assertThat(ours.pNaive()).isLessThan(1e-30);
        assertThat(ours.pCluster()).isEqualTo(1.0 / 2000);
        assertThat(ours.ci95().high()).isLessThan(-0.999);
    }

    @Test
    void ranksShareTheirMeanWhereValuesAreEqual() {
        // Ranks of x 1, 2.5, 2.5, 4, of y 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
        var ours = sample(new double[] {0, 7, 7, 9}, new double[] {1, 20, 300, 4000}, 4);
        assertThat(ours.spearman()).isCloseTo(4.5 / Math.sqrt(22.5), within(1e-12));
    }

    record Setting(String what, int[] sizes, double share, double between, double within, boolean bounded) {
        ClusteredPoints draw(int run) {
            var points = ClusteredPoints.draw(run, sizes, share, between, within);
            return bounded ? points.bounded() : points;
        }

        double r() {
            if (!bounded) {
                return share * between + (1 - share) * within;
            }
            // The squeeze changes r: take it from a million independent points.
            var many = ClusteredPoints.draw(99, ClusteredPoints.even(500, 1), 1, r0(), 0);
            var all = Moments.NONE;
            for (var k = 0; k < 400; k++) {
                many = ClusteredPoints.draw(1000 + k, ClusteredPoints.even(500, 1), 1, r0(), 0)
                        .bounded();
                for (var i = 0; i < many.x().length; i++) {
                    all = all.plus(many.x()[i], many.y()[i]);
                }
            }
            return all.correlation();
        }

        private double r0() {
            return share * between + (1 - share) * within;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Setting> settings() {
        return Stream.of(
                new Setting("100 single points, r 0", ClusteredPoints.even(100, 1), 1, 0, 0, false),
                new Setting("100 single points, r 0.35", ClusteredPoints.even(100, 1), 1, 0.35, 0, false),
                new Setting("100 of 50, share 0.3", ClusteredPoints.even(100, 50), 0.3, 0.35, 0.35, false),
                new Setting("100 of 20, share 0.9, r 0", ClusteredPoints.even(100, 20), 0.9, 0, 0, false),
                new Setting("60 of 20, within only", ClusteredPoints.even(60, 20), 0.6, 0, 0.8, false),
                new Setting("60 of 20, bounded and leaning", ClusteredPoints.even(60, 20), 0.6, 0.35, 0.35, true),
                new Setting("20 of 50, between only", ClusteredPoints.even(20, 50), 0.6, 0.6, 0, false),
                new Setting("8 of 50, r 0", ClusteredPoints.even(8, 50), 0.6, 0, 0, false),
                new Setting("6 of 50, r 0.35", ClusteredPoints.even(6, 50), 0.6, 0.35, 0.35, false),
                new Setting("100 uneven, r 0", ClusteredPoints.uneven(100), 0.6, 0, 0, false));
    }

    /**
     * With 1000 samples, an interval of true coverage anywhere from 93% to 97% passes all but once in 10 000; the
     * percentile bootstrap of clusters, 92% and less at 20 clusters, and one t too small would not.
     */
    @ParameterizedTest
    @MethodSource("settings")
    void intervalsCover(Setting setting) {
        var runs = 1000;
        var r = setting.r();
        var covered = IntStream.range(0, runs)
                .filter(run -> setting.draw(run).sample().interval().contains(r))
                .count();
        assertThat(covered)
                .isBetween((long) new BinomialDistribution(runs, 0.93).inverseCumulativeProbability(1e-4), (long)
                        new BinomialDistribution(runs, 0.97).inverseCumulativeProbability(1 - 1e-4));
    }

    /**
     * Where clusters share their x and their y but nothing links the two, the naive test finds a link most of the
     * time; the cluster-robust one in 5% of samples: 400 of them, the bounds are passed once in 1000 by a test of
     * exactly that size.
     */
    @Test
    void theNaiveTestIsWrongUnderClusteringAndTheRobustOneIsNot() {
        var runs = 400;
        var naive = 0;
        var robust = 0;
        for (var run = 0; run < runs; run++) {
            var association = ClusteredPoints.draw(run, ClusteredPoints.even(60, 20), 0.8, 0, 0)
                    .sample()
                    .association(new RandomStream(run, RandomStream.BOOTSTRAP, 0));
            naive += association.pNaive() <= 0.05 ? 1 : 0;
            robust += association.pCluster() <= 0.05 ? 1 : 0;
        }
        assertThat(naive).isGreaterThan(runs / 2);
        assertThat(robust).isBetween(low(runs), high(runs));
    }

    @Test
    void aBiasedNeuronOrTwoDoNotFoolThePairing() {
        var a = new ClusteredPoints(
                new double[] {1, 2, 3, 5, 4, 6, 9}, new double[] {2, 1, 4, 3, 5, 5, 8}, range(7), 8);
        var b = new ClusteredPoints(
                new double[] {3, 1, 4, 1, 5, 9, 2},
                new double[] {2, 7, 1, 8, 2, 8, 1},
                new int[] {0, 1, 3, 4, 5, 6, 7},
                8);
        var got = a.sample().differenceOfR2(b.sample());
        // The same by leaving the points out one by one: cluster 2 is empty in b, cluster 7 in a.
        var whole = r2(a, -1) - r2(b, -1);
        var squares = IntStream.range(0, 8)
                .mapToDouble(c -> r2(a, c) - r2(b, c) - whole)
                .map(d -> d * d)
                .sum();
        // t(7; 0.975) = 2.36462.
        var half = 2.36462 * Math.sqrt(7 / 8.0 * squares);
        assertThat(got.low()).isCloseTo(Math.max(-1, whole - half), within(1e-4));
        assertThat(got.high()).isCloseTo(Math.min(1, whole + half), within(1e-4));
    }

    @Test
    void differencesNeedTheSameClusters() {
        var six = ClusteredPoints.draw(1, ClusteredPoints.even(6, 3), 0.5, 0, 0).sample();
        var seven =
                ClusteredPoints.draw(1, ClusteredPoints.even(7, 3), 0.5, 0, 0).sample();
        assertThatThrownBy(() -> six.differenceOfR2(seven)).hasMessageContaining("6 and 7");
        assertThat(six.differenceOfR2(six)).isEqualTo(new Interval(0, 0));
        var five =
                ClusteredPoints.draw(1, ClusteredPoints.even(5, 3), 0.5, 0, 0).sample();
        assertThat(five.differenceOfR2(five)).isNull();
    }

    /**
     * Two tallies of the same neurons: y and a noisier copy of it. Bounds as for the interval of r; were the samples
     * taken as unrelated, the interval would be several times too wide.
     */
    @Test
    void differencesOfR2Cover() {
        var runs = 1000;
        var covered = 0;
        for (var run = 0; run < runs; run++) {
            var points = ClusteredPoints.draw(run, ClusteredPoints.even(100, 10), 0.5, 0.6, 0.6);
            var noise = new RandomStream(run, RandomStream.INITIAL_PARAMETERS, 8);
            var noisier = IntStream.range(0, points.y().length)
                    .mapToDouble(i -> points.y()[i] + 0.5 * noise.normal(i))
                    .toArray();
            var other = ClusteredSample.of(points.x(), noisier, points.cluster(), 100);
            // r^2 = 0.36, and over 1 + 0.25 with the noise.
            covered += points.sample().differenceOfR2(other).contains(0.36 - 0.36 / 1.25) ? 1 : 0;
        }
        assertThat(covered)
                .isBetween(
                        new BinomialDistribution(runs, 0.93).inverseCumulativeProbability(1e-4),
                        new BinomialDistribution(runs, 0.97).inverseCumulativeProbability(1 - 1e-4));
    }

    @Test
    void thePDependsOnTheStreamAlone() {
        var x = IntStream.range(0, 40).mapToDouble(DRAWS::normal).toArray();
        var y = IntStream.range(40, 80).mapToDouble(DRAWS::normal).toArray();
        assertThat(sample(x, y, 40)).isEqualTo(sample(x, y, 40));
    }

    static int low(int runs) {
        return new BinomialDistribution(runs, 0.05).inverseCumulativeProbability(5e-4);
    }

    static int high(int runs) {
        return new BinomialDistribution(runs, 0.05).inverseCumulativeProbability(1 - 5e-4);
    }

    private static double r2(ClusteredPoints points, int without) {
        var kept = range(points.x().length).clone();
        kept = Arrays.stream(kept).filter(i -> points.cluster()[i] != without).toArray();
        var regression = new SimpleRegression();
        for (var i : kept) {
            regression.addData(points.x()[i], points.y()[i]);
        }
        return regression.getRSquare();
    }

    private static int[] range(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static Association sample(double[] x, double[] y, int clusters) {
        var cluster = IntStream.range(0, x.length).map(i -> i % clusters).toArray();
        return ClusteredSample.of(x, y, cluster, clusters).association(DRAWS);
    }
}
