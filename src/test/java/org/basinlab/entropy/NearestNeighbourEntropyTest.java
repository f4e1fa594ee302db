package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimators against brute force, another package, and closed forms as points grow in number. */
class NearestNeighbourEntropyTest {
    /** x, and z = x + y / 4, of two sequences that wander over [0, 1): any program makes the same ones. */
    private static final int N = 200;

    private static double x(int i) {
        return (i + 1) * Math.sqrt(2) % 1;
    }

    private static double y(int i) {
        return (i + 1) * Math.sqrt(3) % 1;
    }

    private static double z(int i) {
        return x(i) + 0.25 * y(i);
    }

    private static double[][] points(IntFunction<double[]> point) {
        return IntStream.range(0, N).mapToObj(point).toArray(double[][]::new);
    }

    /**
     * scikit-learn 1.2.1, {@code sklearn.feature_selection._mutual_info._compute_mi_cc(x, z, k)}, which is algorithm 1 in natural
     * units; run for this test.
     */
    @ParameterizedTest
    @CsvSource({"1, 1.056521027486523", "3, 1.1644109627146935", "5, 1.2422213289480464"})
    void mutualInformationOfScikitLearn(int k, double nats) {
        var found = NearestNeighbourEntropy.mutualInformation(
                points(i -> new double[] {x(i)}), points(i -> new double[] {z(i)}), k);
        // Digits as printed, and rounding of two hundred digammas.
        assertThat(found * Math.log(2)).isCloseTo(nats, within(1e-12));
    }

    /** numpy and scipy by brute force, all pairs of points; run for this test. Natural units. */
    @ParameterizedTest
    @CsvSource({
        "1, -1.9227630968864133, -0.8627578756275174, 4.570114281454777",
        "3, 0.7343812754947372, -0.9350535508348248, 3.8364214603869558",
        "5, 0.2570874920790036, -1.0324976107369928, 3.0536056782588674"
    })
    void entropyOfBruteForce(int k, double alone, double together, double ofPairs) {
        // The least distance of z is 1e-5 with an error of 1e-16, so its logarithm is good to 1e-11.
        assertThat(NearestNeighbourEntropy.entropy(points(i -> new double[] {z(i)}), k) * Math.log(2))
                .isCloseTo(alone, within(1e-10));
        assertThat(NearestNeighbourEntropy.entropy(points(i -> new double[] {x(i), z(i)}), k) * Math.log(2))
                .isCloseTo(together, within(1e-10));
        assertThat(NearestNeighbourEntropy.mutualInformation(
                                points(i -> new double[] {x(i), y(i)}),
                                points(i -> new double[] {z(i), y(i) * y(i)}),
                                k)
                        * Math.log(2))
                .isCloseTo(ofPairs, within(1e-12));
    }

    @Property(tries = 60)
    void theTreeFindsWhatBruteForceFinds(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int n, @ForAll @IntRange(min = 1, max = 3) int d) {
        var stream = new RandomStream(seed, 99, 0);
        // Coarse coordinates: many ties, and points that coincide.
        var points = new double[n][d];
        for (var i = 0; i < n * d; i++) {
            points[i / d][i % d] = i % 3 == 0 ? stream.below(7, i) : stream.uniform(i);
        }
        var tree = new Neighbours(points);
        for (var i = 0; i < n; i += 7) {
            var at = i;
            var distances = IntStream.range(0, n)
                    .filter(j -> j != at)
                    .mapToDouble(j -> IntStream.range(0, d)
                            .mapToDouble(c -> Math.abs(points[j][c] - points[at][c]))
                            .max()
                            .orElseThrow())
                    .sorted()
                    .toArray();
            var k = 1 + i % distances.length;
            var distance = tree.distance(i, k);
            assertThat(distance).isEqualTo(distances[k - 1]);
            assertThat(tree.closer(i, distance)).isEqualTo((int)
                    Arrays.stream(distances).filter(r -> r < distance).count());
        }
    }

    /** Means over independent samples of n and 4n normal points: the error falls, about as the statistical one, 1 / sqrt(n). */
    @Test
    void normalLawsAreFoundAsPointsGrow() {
        var rho = 0.8;
        var h = Math.log(2 * Math.PI * Math.E * Math.sqrt(1 - rho * rho)) / Math.log(2);
        var information = -0.5 * Math.log(1 - rho * rho) / Math.log(2);
        var errors = new double[2];
        for (var size = 0; size < 2; size++) {
            var n = size == 0 ? 250 : 4000;
            var repeats = 6;
            for (var part = 0; part < repeats; part++) {
                var stream = new RandomStream(5, 98, part);
                var points = new double[n][];
                for (var i = 0; i < n; i++) {
                    var first = stream.normal(2L * i);
                    points[i] =
                            new double[] {first, rho * first + Math.sqrt(1 - rho * rho) * stream.normal(2L * i + 1)};
                }
                var entropy = NearestNeighbourEntropy.entropyInThePlane(points, 4) - h;
                var mutual = NearestNeighbourEntropy.mutualInformation(column(points, 0), column(points, 1), 4)
                        - information;
                errors[size] += (entropy * entropy + mutual * mutual) / repeats;
                // Four standard errors: the entropy's is sqrt((1 + psi'(4)) / n) / ln 2 bits at the most, the other's
                // is less.
                assertThat(entropy).isCloseTo(0, within(4 * Math.sqrt(1.3 / n) / Math.log(2)));
                assertThat(mutual).isCloseTo(0, within(4 * Math.sqrt(1.3 / n) / Math.log(2)));
            }
        }
        // Sixteen times the points: a squared error 16 times less in the mean; 4 leaves room for twelve squares'
        // scatter.
        assertThat(errors[1]).isLessThan(errors[0] / 4);
    }

    @Test
    void scalesShiftsAndShearsAreFollowedExactly() {
        var plain = points(i -> new double[] {x(i), y(i)});
        var moved = points(i -> new double[] {8 * x(i) + 3, 2 * y(i) + 16 * x(i)});
        // The same distances but for rounding of numbers near 20, the smallest of which are 0.01.
        assertThat(NearestNeighbourEntropy.entropyInThePlane(moved, 3))
                .isCloseTo(NearestNeighbourEntropy.entropyInThePlane(plain, 3) + 4, within(1e-9));
    }

    @Test
    void whatIsNotContinuousIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbourEntropy.entropy(new double[][] {{1}, {1}, {2}}, 1))
                .withMessageContaining("coincide");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        NearestNeighbourEntropy.entropyInThePlane(new double[][] {{1, 2}, {2, 4}, {3, 6}}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Neighbours(new double[][] {{1}, {2}}).distance(0, 2));
    }

    private static double[][] column(double[][] points, int c) {
        return Arrays.stream(points).map(p -> new double[] {p[c]}).toArray(double[][]::new);
    }
}
