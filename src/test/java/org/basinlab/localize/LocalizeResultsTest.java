package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.network.StandardActivation;
import org.basinlab.stats.PairPlace;
import org.junit.jupiter.api.Test;

class LocalizeResultsTest {
    @Test
    void thePublishedPairFallsWhereItIsCounted() {
        // R² of the weights 0.04, 0.25, 0.36, 0.81; of the biases 0.16, 0.01, 0.09, 0.49.
        var weights = new double[] {0.2, 0.5, 0.6, 0.9};
        var biases = new double[] {0.4, 0.1, 0.3, 0.7};
        var place = results(weights, biases).summary().publishedPercentile();
        assertThat(place.weights()).isEqualTo(0.5);
        assertThat(place.biases()).isEqualTo(0.75);
        assertThat(place.joint()).isEqualTo(0.5);
        assertThat(place.depth())
                .isEqualTo(PairPlace.of(squares(weights), squares(biases), 0.28, 0.17)
                        .depth());
        assertThat(place.pJoint())
                .isCloseTo(
                        PairPlace.of(weights, biases, Math.sqrt(0.28), Math.sqrt(0.17))
                                .p(),
                        within(1e-15));
    }

    @Test
    void aPairOutsideAllOfThemHasNoDepthThoughInsideBothRanges() {
        // Weights and biases rise together; the published weights are high in their range, the biases low.
        var place = results(new double[] {0.3, 0.4, 0.5, 0.6}, new double[] {0.4, 0.6, 0.7, 0.8})
                .summary()
                .publishedPercentile();
        assertThat(place.weights()).isEqualTo(0.75);
        assertThat(place.biases()).isEqualTo(0.25);
        assertThat(place.depth()).isZero();
    }

    @Test
    void oneReplicaOrOneWithoutANumberHasNoPercentile() {
        assertThat(results(new double[] {0.5}, new double[] {0.4}).summary().publishedPercentile())
                .isNull();
        var replicas = List.of(
                MadeUpReplica.seed(1).build(),
                MadeUpReplica.seed(2).biases(MadeUpReplica.none()).build());
        var summary = LocalizeResults.of(replicas, List.of(StandardActivation.SOFTPLUS))
                .summary();
        assertThat(summary.publishedPercentile()).isNull();
        assertThat(summary.biases().mean()).as("over those that have one").isCloseTo(0.17, within(1e-15));
        assertThat(results(new double[] {0.5, 0.6, 0.7}, new double[] {0.4, 0.2, 0.3})
                        .summary()
                        .publishedPercentile()
                        .pJoint())
                .as("three pairs have no T²")
                .isNaN();
    }

    @Test
    void eachActivationIsSummarizedApartAndTheFirstIsTheSummary() {
        var replicas = List.of(
                MadeUpReplica.seed(1).activation("relu").weights(0.2, 0, 1).build(),
                MadeUpReplica.diverged(2, "relu"),
                MadeUpReplica.seed(1).weights(0.5, 0, 1).build(),
                MadeUpReplica.seed(2).weights(0.7, 0, 1).build());
        var results = LocalizeResults.of(replicas, List.of(StandardActivation.RELU, StandardActivation.SOFTPLUS));
        assertThat(results.replicas()).isEqualTo(replicas);
        assertThat(results.activations())
                .extracting(LocalizeResults.OfActivation::activation)
                .containsExactly("relu", "softplus");
        var relu = results.activations().get(0);
        var softplus = results.activations().get(1);
        assertThat(results.summary()).isSameAs(relu.summary());
        assertThat(relu.replicas()).isEqualTo(1);
        assertThat(relu.summary().diverged()).isEqualTo(1);
        assertThat(relu.summary().weights().mean()).isCloseTo(0.04, within(1e-15));
        assertThat(softplus.replicas()).isEqualTo(2);
        assertThat(softplus.summary().diverged()).isZero();
        assertThat(softplus.summary().weights().mean()).isCloseTo(0.37, within(1e-15));
        assertThat(relu.effect().againstFirst()).isNull();
        assertThat(softplus.effect().againstFirst().weightsR().pairs()).isEqualTo(1);
        assertThat(softplus.effect().againstFirst().weightsR().mean()).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void ownStatisticsAndMapsAreSummarizedToo() {
        var replicas = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> MadeUpReplica.seed(i)
                        .statistic("own", i)
                        .perPixel(i == 1 ? null : MadeUpReplica.pixels(new double[] {1}, new double[] {0.5}))
                        .build())
                .toList();
        var summary = LocalizeResults.of(replicas, List.of(StandardActivation.SOFTPLUS))
                .summary();
        assertThat(summary.statistics().get("own").mean()).isEqualTo(2);
        assertThat(summary.statistics().get("own").max()).isEqualTo(3);
        assertThat(summary.perPixelMean().mean()).as("of those that have a map").isCloseTo(0.1, within(1e-15));
        assertThat(summary.phase1Accuracy().mean()).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void everyReplicaMayHaveDiverged() {
        var summary = LocalizeResults.of(
                        List.of(MadeUpReplica.diverged(1, "softplus"), MadeUpReplica.diverged(2, "softplus")),
                        List.of(StandardActivation.SOFTPLUS))
                .summary();
        assertThat(summary.diverged()).isEqualTo(2);
        assertThat(summary.weights().mean()).isNaN();
        assertThat(summary.publishedPercentile()).isNull();
        assertThat(summary.statistics()).isEmpty();
    }

    private static LocalizeResults results(double[] weights, double[] biases) {
        var replicas = IntStream.range(0, weights.length)
                .mapToObj(i -> MadeUpReplica.seed(i)
                        .weights(weights[i], -1, 1)
                        .biases(biases[i], -1, 1)
                        .build())
                .toList();
        return LocalizeResults.of(replicas, List.of(StandardActivation.SOFTPLUS));
    }

    private static double[] squares(double[] r) {
        return IntStream.range(0, r.length).mapToDouble(i -> r[i] * r[i]).toArray();
    }
}
