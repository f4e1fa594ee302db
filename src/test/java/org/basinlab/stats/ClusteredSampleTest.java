package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

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
    }

    @Test
    void leavesOutAndCountsWhatDoesNotExist() {
        var nan = Double.NaN;
        var ours = sample(new double[] {1, 2, nan, 4, 5}, new double[] {2, nan, 1, 4, 3}, 5);
        assertThat(ours.n()).isEqualTo(3);
        assertThat(ours.excluded()).isEqualTo(2);
        // (1,2), (4,4), (5,3): deviations -7/3, 2/3, 5/3 and -1, 1, 0, so 3 / sqrt(26/3 * 2).
        assertThat(ours.r()).isCloseTo(3 / Math.sqrt(52.0 / 3), within(1e-12));
        assertThat(ours.ci95()).as("five clusters are too few for an interval").isNull();
    }

    @Test
    void twoPointsOrAConstantHaveNoCorrelation() {
        assertThat(sample(new double[] {1, 2}, new double[] {1, 3}, 2).r()).isNaN();
        var constant = sample(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}, 4);
        assertThat(constant.r()).isNaN();
        assertThat(constant.slope()).isNaN();
        assertThat(constant.pNaive()).isNaN();
    }

    @Test
    void aPerfectLineHasNoDoubt() {
        var x = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
        var ours = sample(x, IntStream.range(0, 30).mapToDouble(i -> -2 * i).toArray(), 30);
        assertThat(ours.r()).isCloseTo(-1, within(1e-12));
        assertThat(ours.pNaive()).isLessThan(1e-30);
    }

    /** Clusters that share their x and y: intervals must cover the true 0, which naive ones do not. */
    @Test
    void intervalsCoverUnderClustering() {
        var runs = 300;
        var clusters = 60;
        var each = 20;
        var covered = 0;
        var naive = 0;
        for (var run = 0; run < runs; run++) {
            var random = new RandomStream(run, RandomStream.INITIAL_PARAMETERS, 0);
            var x = new double[clusters * each];
            var y = new double[clusters * each];
            var cluster = new int[clusters * each];
            for (var i = 0; i < x.length; i++) {
                cluster[i] = i / each;
                x[i] = random.normal(10_000L + cluster[i]) + 0.3 * random.normal(i);
                y[i] = random.normal(20_000L + cluster[i]) + 0.3 * random.normal(5000L + i);
            }
            var association = ClusteredSample.of(x, y, cluster, clusters)
                    .association(new RandomStream(run, RandomStream.BOOTSTRAP, 0));
            covered += association.ci95().contains(0) ? 1 : 0;
            naive += association.pNaive() > 0.05 ? 1 : 0;
        }
        // A percentile interval of 60 clusters is a little short of 95%; below 90% would be a fault: the
        // bound is where 300 runs of a true 92% fall once in 10 000.
        assertThat(covered).isGreaterThan(new BinomialDistribution(runs, 0.92).inverseCumulativeProbability(1e-4));
        assertThat(naive).as("naive intervals, for comparison").isLessThan(runs / 2);
    }

    @Test
    void theIntervalDependsOnTheStreamAlone() {
        var x = IntStream.range(0, 40).mapToDouble(DRAWS::normal).toArray();
        var y = IntStream.range(40, 80).mapToDouble(DRAWS::normal).toArray();
        assertThat(sample(x, y, 40).ci95()).isEqualTo(sample(x, y, 40).ci95());
    }

    private static Association sample(double[] x, double[] y, int clusters) {
        var cluster = IntStream.range(0, x.length).map(i -> i % clusters).toArray();
        return ClusteredSample.of(x, y, cluster, clusters).association(DRAWS);
    }
}
